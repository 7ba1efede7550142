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
        var known = await KnownAsync(people, cancel);
        var (sums, ends) = (
            new List<CertificationSum>(),
            new List<(PersonId, OfferedCertification, DateOnly)>()
        );
        foreach (var certification in pack.Certifications)
        {
            var counts = new Dictionary<CertificationState, int>();
            foreach (var person in known[certification.Code])
            {
                var facts = book.Of(person, certification.Code);
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
            [.. soon.Select(one => one.Item1), .. oldest.Select(one => one.Assignment.PersonId)],
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
                    one.Assignment.PersonId,
                    names[one.Assignment.PersonId],
                    one.Assignment.Course is { } slug
                        ? titles.GetValueOrDefault(slug, slug)
                        : pack.Certification(one.Assignment.Certification!)
                            ?.Rules.Name.In(texts.Language)
                            ?? one.Assignment.Certification!,
                    one.Due
                )),
            ],
            late.Count
        );
    }

    // Only those who ever held or were waived something stand anywhere.
    private async Task<ILookup<string, PersonId>> KnownAsync(
        HashSet<PersonId> people,
        CancellationToken cancel
    )
    {
        var periods = await db
            .CertificationPeriods.Select(one => new { one.PersonId, Code = one.Certification })
            .Distinct()
            .ToListAsync(cancel);
        var waived = await db
            .Waivers.Where(one => one.Certification != null)
            .Select(one => new { one.PersonId, Code = one.Certification! })
            .Distinct()
            .ToListAsync(cancel);
        return periods
            .Concat(waived)
            .Distinct()
            .Where(one => people.Contains(one.PersonId))
            .ToLookup(one => one.Code, one => one.PersonId);
    }

    private static DateOnly EndOf(CertificationFacts facts, DateOnly today) =>
        CertificationStates.HeldDays(facts).First(days => days.Has(today)).Until;

    private async Task<List<(Assignment Assignment, DateOnly Due)>> LateAsync(
        HashSet<PersonId> people,
        CertificationBook book,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var shown = (await courses.OpenAsync()).Select(one => one.Slug).ToHashSet();
        var open = await db
            .Assignments.Include(one => one.Extensions)
            .Where(one => one.EndedAt == null && one.DueOn != null && one.DueOn < today)
            .AsNoTracking()
            .ToListAsync(cancel);
        var late = open.Where(one => people.Contains(one.PersonId))
            .Where(one => one.Course is null || shown.Contains(one.Course))
            .Select(one => (Assignment: one, Due: DueOf(one)))
            .Where(one => one.Due < today)
            .ToList();
        var slugs = late.Select(one => one.Assignment.Course).OfType<string>().Distinct().ToList();
        var done = await db
            .Completions.Join(
                db.Courses.Where(course => slugs.Contains(course.Slug)),
                one => one.CourseId,
                course => course.Id,
                (one, course) => new { one.PersonId, course.Slug }
            )
            .ToListAsync(cancel);
        var fulfilled = done.Select(one => (one.PersonId, one.Slug)).ToHashSet();
        return
        [
            .. late.Where(one =>
                one.Assignment.Course is { } slug
                    ? !fulfilled.Contains((one.Assignment.PersonId, slug))
                    : !DaySpans.Have(
                        book.HeldDays(one.Assignment.PersonId, one.Assignment.Certification!),
                        today
                    )
            ),
        ];
    }

    private static DateOnly DueOf(Assignment assignment) =>
        assignment
            .Extensions.Where(one => one.Verdict == ExtensionVerdict.Granted)
            .Select(one => one.Until)
            .Append(assignment.DueOn!.Value)
            .Max();

    private async Task<Dictionary<PersonId, string>> NamesAsync(
        List<PersonId> people,
        CancellationToken cancel
    ) =>
        await db
            .People.Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name })
            .ToDictionaryAsync(person => person.Id, person => person.Name.Full, cancel);
}
