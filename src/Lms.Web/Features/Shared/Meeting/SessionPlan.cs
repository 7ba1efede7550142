using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Shared.Meeting;

/// <param name="Role">Any but the participant's.</param>
public sealed record Lead(PersonId Person, RoomRole Role);

/// <summary>A session as whoever plans it wants it; its values were checked where they were typed.</summary>
public sealed record SessionPlan
{
    public CourseId? Course { get; init; }

    public ActivityId? Deck { get; init; }

    public required string Title { get; init; }

    public required string Language { get; init; }

    /// <summary>Null while it only collects demand.</summary>
    public DateTimeOffset? StartsAt { get; init; }

    public required int Minutes { get; init; }

    public int? Capacity { get; init; }

    public Admission Admission { get; init; }

    public SessionForm Form { get; init; }

    public string Place { get; init; } = "";

    public TerritoryCode? Territory { get; init; }

    /// <summary>Of the live time, to have attended.</summary>
    public required int Percent { get; init; }

    public bool IsRecorded { get; init; }

    /// <summary>Beside whoever plans it.</summary>
    public IReadOnlyList<Lead> Leads { get; init; } = [];

    public LiveSessionId? RehearsalOf { get; init; }

    /// <summary>The same, but what is shown is what <paramref name="session"/> shows now.</summary>
    public SessionPlan StillOf(LiveSession session) =>
        this with
        {
            Course = session.CourseId,
            Deck = session.ActivityId,
        };
}

/// <summary>How often it is repeated.</summary>
/// <param name="Times">The first one counted, 1 to 52.</param>
/// <param name="Weeks">From one to the next, 1 to 12.</param>
public sealed record Repetition(int Times, int Weeks)
{
    public static readonly Repetition Once = new(1, 1);
}

/// <summary>What became of a change of a session. Never stored.</summary>
public enum ChangeAnswer
{
    Done,

    /// <summary>None that the asker leads.</summary>
    Unknown,

    /// <summary>Its doors have opened, or it is over.</summary>
    TooLate,
}
