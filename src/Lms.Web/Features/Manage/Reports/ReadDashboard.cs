using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>How many people stand where with a certification today.</summary>
public sealed record CertificationSum(
    OfferedCertification Certification,
    IReadOnlyDictionary<CertificationState, int> Counts
)
{
    public int Of(CertificationState state) => Counts.GetValueOrDefault(state);
}

/// <summary>Someone for whom something is to be done, and by when or since when.</summary>
public sealed record DueRow(PersonId Person, string Name, string What, DateOnly Day);

/// <param name="Expiring">Of those whose end is near, the nearest.</param>
/// <param name="Late">Of the overdue assignments, the oldest.</param>
public sealed record Dashboard(
    int People,
    IReadOnlyList<CertificationSum> Certifications,
    IReadOnlyList<DueRow> Expiring,
    int ExpiringCount,
    IReadOnlyList<DueRow> Late,
    int LateCount
);

/// <summary>Who is certified, lapsing or overdue in the scope: computed, nothing of it is stored.</summary>
public sealed class ReadDashboard(
    LmsDbContext db,
    CertificationReads reads,
    CourseFacts courses,
    OrganisationPack pack
)
{
    private const int Most = 10;
    private const int PerRead = 5_000;

    public async Task<Dashboard> RunAsync(
        ReportScope scope,
        DateOnly today,
        Texts texts,
        CancellationToken cancel
    )
    {
        var people = (
            await scope.PeopleOf(db).Select(one => one.Id).ToListAsync(cancel)
        ).ToHashSet();
        var book = await reads.ReadAsync(db, withSteps: false, cancel: cancel);
        var known = book.Known.Where(people.Contains).ToList();
        var (sums, ends) = (
            new List<CertificationSum>(),
            new List<(PersonId, OfferedCertification, DateOnly)>()
        );
        foreach (var certification in pack.Certifications)
        {
            var counts = new Dictionary<CertificationState, int>();
            foreach (var person in known)
            {
                var facts = book.Of(person, certification.Code);
                // Only those who ever held it or were waived it stand anywhere.
                if (facts.Periods.Count == 0 && facts.Waivers.Count == 0)
                {
                    continue;
                }

                var state = certification.Rules.On(facts, today);
                counts[state] = counts.GetValueOrDefault(state) + 1;
                if (state == CertificationState.Expiring)
                {
                    ends.Add((person, certification, EndOf(facts, today)));
                }
            }

            sums.Add(new(certification, counts));
        }

        var late = await LateAsync(people, book, today, cancel);
        var (soon, oldest) = (
            ends.OrderBy(one => one.Item3).Take(Most).ToList(),
            late.OrderBy(one => one.Due).Take(Most).ToList()
        );
        var names = await NamesAsync(
            [.. soon.Select(one => one.Item1), .. oldest.Select(one => one.Person)],
            cancel
        );
        var titles = (await courses.OpenAsync()).ToDictionary(
            one => one.Slug,
            one => one.Coded(one.In(texts.Language).Title)
        );
        return new(
            people.Count,
            sums,
            [
                .. soon.Select(one => new DueRow(
                    one.Item1,
                    names[one.Item1],
                    one.Item2.Rules.Name.In(texts.Language),
                    one.Item3
                )),
            ],
            ends.Count,
            [
                .. oldest.Select(one => new DueRow(
                    one.Person,
                    names[one.Person],
                    one.Course is { } slug
                        ? titles.GetValueOrDefault(slug, slug)
                        : pack.Certification(one.Certification!)?.Rules.Name.In(texts.Language)
                            ?? one.Certification!,
                    one.Due
                )),
            ],
            late.Count
        );
    }

    private static DateOnly EndOf(CertificationFacts facts, DateOnly today) =>
        CertificationStates.HeldDays(facts).First(days => days.Has(today)).Until;

    private async Task<List<LateAssignment>> LateAsync(
        HashSet<PersonId> people,
        CertificationBook book,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var shown = (await courses.OpenAsync()).Select(one => one.Slug).ToHashSet();
        var open = await db
            .Assignments.Where(one => one.EndedAt == null && one.DueOn != null && one.DueOn < today)
            .Select(one => new LateAssignment(
                one.PersonId,
                one.Course,
                one.Certification,
                one.DueOn!.Value,
                one.Extensions.Where(other => other.Verdict == ExtensionVerdict.Granted)
                    .Max(other => (DateOnly?)other.Until)
            ))
            .ToListAsync(cancel);
        var late = open.Where(one => people.Contains(one.Person) && one.Due < today)
            .Where(one => one.Course is null || shown.Contains(one.Course))
            .ToList();
        var fulfilled = await FulfilledAsync(late, cancel);
        return
        [
            .. late.Where(one =>
                one.Course is { } slug
                    ? !fulfilled.Contains((one.Person, slug))
                    : !DaySpans.Have(book.HeldDays(one.Person, one.Certification!), today)
            ),
        ];
    }

    // Of those alone who are late with a course: all completions of it are those of a country.
    private async Task<HashSet<(PersonId, string)>> FulfilledAsync(
        List<LateAssignment> late,
        CancellationToken cancel
    )
    {
        var slugs = late.Select(one => one.Course).OfType<string>().ToHashSet();
        var slugOf = (await courses.OpenAsync())
            .Where(course => slugs.Contains(course.Slug))
            .ToDictionary(course => course.Id, course => course.Slug);
        var ids = slugOf.Keys.ToList();
        var fulfilled = new HashSet<(PersonId, string)>();
        foreach (
            var some in late.Where(one => one.Course is not null)
                .Select(one => one.Person)
                .Distinct()
                .Chunk(PerRead)
        )
        {
            var done = await db
                .Completions.Where(one => some.Contains(one.PersonId) && ids.Contains(one.CourseId))
                .Select(one => new { one.PersonId, one.CourseId })
                .ToListAsync(cancel);
            fulfilled.UnionWith(done.Select(one => (one.PersonId, slugOf[one.CourseId])));
        }

        return fulfilled;
    }

    private async Task<Dictionary<PersonId, string>> NamesAsync(
        List<PersonId> people,
        CancellationToken cancel
    ) =>
        await db
            .People.Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name })
            .ToDictionaryAsync(person => person.Id, person => person.Name.Full, cancel);

    private sealed record LateAssignment(
        PersonId Person,
        string? Course,
        string? Certification,
        DateOnly DueOn,
        DateOnly? Extended
    )
    {
        public DateOnly Due => Extended > DueOn ? Extended.Value : DueOn;
    }
}
