namespace Lms.Web.Mail;

public readonly record struct MailId(Guid Value);

/// <summary>
/// A letter written in the transaction of the event it tells of, and sent later, once.
/// </summary>
public sealed class OutgoingMail
{
    public required MailId Id { get; init; }

    /// <summary>Names the event; unique, so that an event has one letter.</summary>
    public required string Event { get; init; }

    public required string To { get; init; }

    public required string Subject { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Set before the letter is handed over: a crash between leaves it unknown, not repeated.</summary>
    public DateTimeOffset? HandedOverAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public int Failures { get; set; }

    public DateTimeOffset NotBefore { get; set; }
}
