using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>A block of a lesson or a question of a quiz, by the id that survives versions.</summary>
public sealed record ChangedPart(ActivityId Activity, string Part);

/// <summary>What a version of kind <see cref="ChangeKind.Major"/> asks of those certified before it.</summary>
/// <param name="Version">Number of the version that brought it.</param>
/// <param name="Act">The act whose change made it; null when none did.</param>
/// <param name="Days">How long there is to take it, 1 and up.</param>
public sealed record MajorChange(
    CourseId Course,
    int Version,
    DateOnly PublishedOn,
    string? Act,
    IReadOnlyList<ChangedPart> Blocks,
    IReadOnlyList<ChangedPart> Questions,
    int Days
)
{
    public bool AsksNothing => Blocks.Count == 0 && Questions.Count == 0;
}

/// <summary>What a person completed of the course, at best.</summary>
/// <param name="Version">Number of the newest version completed.</param>
/// <param name="ValidUntil">Of the certificate or period that rests on it; null when it does not end.</param>
public sealed record CompletedVersion(
    PersonId Person,
    CourseId Course,
    int Version,
    DateOnly CompletedOn,
    DateOnly? ValidUntil
);

/// <summary>The fact that a person took the changed parts of a version.</summary>
public sealed record DeltaTaken(PersonId Person, CourseId Course, int Version, DateOnly On);

/// <param name="DueOn">The last day on which it is on time.</param>
public sealed record DeltaOwed(PersonId Person, MajorChange Change, DateOnly DueOn)
{
    public bool IsOverdueOn(DateOnly day) => day > DueOn;
}

/// <summary>Delta-recertification: only what changed is learnt again.</summary>
public static class Deltas
{
    /// <summary>
    /// The changes a person owes on a day, the earliest due first. Nobody owes who completed that version
    /// or a newer one, who took it, or whose certificate has ended: renewal teaches the new text.
    /// </summary>
    /// <param name="leave">Joined; it moves the due date.</param>
    public static IReadOnlyList<DeltaOwed> OwedBy(
        CompletedVersion held,
        IEnumerable<MajorChange> changes,
        IEnumerable<DeltaTaken> taken,
        IReadOnlyList<DaySpan> leave,
        DateOnly day
    )
    {
        if (held.CompletedOn > day || held.ValidUntil < day)
        {
            return [];
        }

        var done = taken
            .Where(one => one.Person == held.Person && one.Course == held.Course && one.On <= day)
            .Select(one => one.Version)
            .ToHashSet();
        return
        [
            .. changes
                .Where(change => change.Course == held.Course && change.Version > held.Version)
                .Where(change => change.PublishedOn <= day && !change.AsksNothing)
                .Where(change => !done.Contains(change.Version))
                .Select(change => new DeltaOwed(held.Person, change, DueOn(held, change, leave)))
                .OrderBy(owed => owed.DueOn)
                .ThenBy(owed => owed.Change.Version),
        ];
    }

    private static DateOnly DueOn(
        CompletedVersion held,
        MajorChange change,
        IReadOnlyList<DaySpan> leave
    )
    {
        // Who completed an older version after the new one was published has their days too.
        var start = held.CompletedOn > change.PublishedOn ? held.CompletedOn : change.PublishedOn;
        return Leave.After(start, change.Days, leave);
    }
}
