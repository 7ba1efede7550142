using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Live;

/// <summary>Who leads or keeps a session, beside those who have a seat.</summary>
public sealed class SessionTrainer : IOfPerson
{
    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Never <see cref="RoomRole.Participant"/>.</summary>
    public required RoomRole Role { get; set; }
}

/// <summary>The registration of a person for a session (xAPI verb <em>registered</em>). One for each.</summary>
public sealed class SessionSeat : IOfPerson
{
    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>Grows with each asking in the session; unique.</summary>
    public required int Position { get; set; }

    public required SeatState State { get; set; }

    /// <summary>When it came to <see cref="State"/>.</summary>
    public required DateTimeOffset At { get; set; }

    /// <summary>
    /// The account that gave or refused it; null when the person asked, also where somebody approved it:
    /// that is in the log.
    /// </summary>
    public ActorId? By { get; set; }
}

/// <summary>That a person was seen in the room of a face-to-face session.</summary>
public sealed class CheckIn : IOfPerson
{
    public required LiveSessionId SessionId { get; init; }

    public required PersonId PersonId { get; init; }

    public required CheckInMeans Means { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The account that ticked the list; null when the person gave the code.</summary>
    public ActorId? By { get; init; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum CheckInMeans
{
    /// <summary>The QR code on the screen, which changes.</summary>
    QrCode,

    /// <summary>The short code, typed.</summary>
    ShortCode,

    /// <summary>A tick in the trainer's list.</summary>
    List,
}

/// <summary>The address of a person's own calendar feed. A new one makes the old one void.</summary>
public sealed class CalendarFeed : IPrivateToPerson
{
    public required PersonId PersonId { get; init; }

    /// <summary>SHA-256 of the token, in lower-case hexadecimal: the token itself is kept nowhere.</summary>
    public required string TokenHash { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
}
