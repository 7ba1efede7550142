namespace Lms.Web.Access;

public readonly record struct AccessTicketId(Guid Value);

/// <summary>
/// Something that lets its bearer set a way in, once: the link of a reset, the paper of an invitation,
/// a code handed over in person. Only its hash is kept.
/// </summary>
public sealed class AccessTicket : IOfAccount
{
    public required AccessTicketId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required TicketKind Kind { get; init; }

    /// <summary>SHA-256 of the token, lower-case hexadecimal; unique.</summary>
    public required string Hash { get; init; }

    /// <summary>Null for a reset that the holder asked for.</summary>
    public AccountId? MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Used, or made void by a newer one or by a change of the password.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>Wrong tries at a short code; at a limit it is void.</summary>
    public int Tries { get; set; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum TicketKind
{
    Reset,
    Invitation,
    OneTimeCode,
}
