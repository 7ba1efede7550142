using System.Collections.Concurrent;
using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>What a certified person owes of a course since the version they know: one way through all of it.</summary>
/// <param name="Versions">That are taken with it.</param>
/// <param name="DueOn">The last day on which the earliest of them is on time.</param>
public sealed record OwedChange(
    PersonId Person,
    PublishedCourse From,
    PublishedCourse To,
    IReadOnlyList<Change> Changes,
    IReadOnlyList<CourseVersionId> Versions,
    ChangedParts Parts,
    DateOnly DueOn
);

/// <summary>How a certified person stands to the last change of a course that an act made.</summary>
/// <param name="Completed">Number of the newest version completed.</param>
/// <param name="TakenOn">When the last change was taken; null when it was not, or did not have to be.</param>
/// <param name="Owed">Null when nothing is.</param>
public sealed record ChangeStanding(
    PersonId Person,
    int Completed,
    DateOnly? TakenOn,
    OwedChange? Owed
);

/// <summary>Delta-recertification from the facts, within the scope of the database it is given.</summary>
public sealed class OwedChanges(
    PublishedCourses courses,
    OrganisationPack pack,
    LmsSettings settings,
    TimeProvider time
)
{
    private readonly ConcurrentDictionary<
        (CourseVersionId From, CourseVersionId To, int Revision),
        ChangedParts
    > parts = new();

    /// <summary>Changes of a course that an act made, the newest first.</summary>
    public static IReadOnlyList<Change> Acts(PublishedCourse newest) =>
        [
            .. newest
                .Manifest.Changes.Where(change =>
                    change is { Kind: ChangeKind.Major, Act: not null }
                    && change.Revision > 1
                    && change.Revision <= newest.Number
                )
                .OrderByDescending(change => change.Revision),
        ];

    /// <summary>Of all courses.</summary>
    public async Task<IReadOnlyList<OwedChange>> OfAsync(LmsDbContext db, PersonId person)
    {
        var owed = new List<OwedChange>();
        foreach (var course in await courses.AllAsync())
        {
            if (await OfAsync(db, person, course) is { } one)
            {
                owed.Add(one);
            }
        }

        return owed;
    }

    public async Task<OwedChange?> OfAsync(LmsDbContext db, PersonId person, PublishedCourse newest)
    {
        var all = await AllAsync(db, newest, [person]);
        return all.Count == 0 ? null : all[0].Owed;
    }

    /// <summary>Everyone whose certificate or period rests on the course today.</summary>
    /// <param name="people">Null for everyone in the scope.</param>
    public async Task<IReadOnlyList<ChangeStanding>> AllAsync(
        LmsDbContext db,
        PublishedCourse newest,
        IReadOnlyCollection<PersonId>? people = null
    )
    {
        var acts = Acts(newest);
        if (acts.Count == 0)
        {
            return [];
        }

        var today = pack.DayOf(time.Now());
        var facts = await ChangeFacts.ReadAsync(db, pack, newest, people, today);
        var standings = new List<ChangeStanding>();
        foreach (var held in facts.Held)
        {
            standings.Add(await StandingAsync(facts, held, newest, acts, today));
        }

        return standings;
    }

    private async Task<ChangeStanding> StandingAsync(
        ChangeFacts facts,
        CompletedVersion held,
        PublishedCourse newest,
        IReadOnlyList<Change> acts,
        DateOnly today
    )
    {
        var taken = facts.Taken[held.Person].ToList();
        var last = facts.VersionOf(acts[0].Revision);
        var takenOn = taken.Find(one => one.Version == last.Number)?.On;
        if (held.Version >= last.Number)
        {
            return new(held.Person, held.Version, takenOn, null);
        }

        var known = Math.Max(held.Version, taken.Select(one => one.Version).DefaultIfEmpty().Max());
        var from = await courses.OfAsync(facts.VersionOf(known).Id);
        var majors = acts.Where(act => act.Revision > known)
            .Select(act => (Act: act, Change: MajorOf(act, from, newest, facts)))
            .ToList();
        var leave = DaySpans.Joined(facts.Leave[held.Person]);
        var owed = Deltas
            .OwedBy(held, majors.Select(one => one.Change), taken, leave, today)
            .ToList();
        if (owed.Count == 0)
        {
            return new(held.Person, held.Version, takenOn, null);
        }

        var asked = majors.FindAll(one => owed.Exists(debt => debt.Change == one.Change));
        return new(
            held.Person,
            held.Version,
            takenOn,
            new(
                held.Person,
                from,
                newest,
                [.. asked.Select(one => one.Act)],
                [.. asked.Select(one => facts.VersionOf(one.Change.Version).Id).Distinct()],
                new(
                    [.. asked.SelectMany(one => one.Change.Blocks).Distinct()],
                    [.. asked.SelectMany(one => one.Change.Questions).Distinct()]
                ),
                owed.Min(one => one.DueOn)
            )
        );
    }

    private MajorChange MajorOf(
        Change act,
        PublishedCourse from,
        PublishedCourse newest,
        ChangeFacts facts
    )
    {
        var version = facts.VersionOf(act.Revision);
        var changed = parts.GetOrAdd(
            (from.Version, newest.Version, act.Revision),
            _ => ChangedParts.Of(from, newest, act.Activities)
        );
        return new(
            newest.Id,
            version.Number,
            pack.DayOf(version.PublishedAt),
            act.Act,
            changed.Blocks,
            changed.Questions,
            settings.ChangeDays
        );
    }
}
