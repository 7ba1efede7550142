namespace Lms.Web.Mail;

public readonly record struct MailId(Guid Value);

/// <summary>
/// A letter written in the transaction of the event it tells of, and sent later, once.
/// </summary>
public sealed class OutgoingMail
{
    /// <summary>Refused so often, a letter is left for a person to look at.</summary>
    public const int Patience = 8;

    /// <summary>Failures of a letter that an administrator let be, or that has lost its words unsent.</summary>
    public const int GivenUp = 1_000_000;

    public required MailId Id { get; init; }

    /// <summary>Names the event; unique, so that an event has one letter.</summary>
    public required string Event { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    /// <summary>An iCalendar object that goes with it (RFC 6047), its METHOD within; null for none.</summary>
    public string? Calendar { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set before the letter is handed over: a crash between leaves it unknown, not repeated.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Failures { get; set; }

    public DateTimeOffset NotBefore { get; set; }
}
