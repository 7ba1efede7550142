using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Certifications;

/// <summary>One certification of one person, with every cycle.</summary>
public sealed record HeldCertification(
    OfferedCertification Certification,
    CertificationState State,
    DateOnly? End,
    IReadOnlyList<CertificationPeriod> Periods,
    IReadOnlyList<CertificationSuspension> Suspensions
);

/// <summary>Everything of certifications that a manager sees of a person.</summary>
/// <param name="MayDecide">False for oneself.</param>
public sealed record PersonRecord(
    PersonId Person,
    string Name,
    TerritoryCode Community,
    bool MayDecide,
    IReadOnlyList<HeldCertification> Held,
    IReadOnlyDictionary<CertificationPeriodId, PeriodRevocation> Revocations,
    IReadOnlyList<Waiver> Waivers
);

/// <summary>Reads the record of one person in the scope of the viewer.</summary>
public sealed class PersonCertifications(
    LmsDbContext db,
    CertificationReads reads,
    CurrentViewer current,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
)
{
    public DateOnly Today => pack.DayOf(time.Now());

    /// <summary>Null when the viewer has no such person.</summary>
    public async Task<PersonRecord?> FindAsync(PersonId id)
    {
        var person = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(one =>
                one.Id == id && one.MergedInto == null && one.ErasedAt == null
            );
        if (person is null)
        {
            return null;
        }

        var book = await reads.ReadAsync(db, [id]);
        var revocations = await db
            .PeriodRevocations.AsNoTracking()
            .Where(one => one.PersonId == id)
            .ToDictionaryAsync(one => one.Period);
        return new(
            id,
            person.Name.Full,
            person.Community,
            await db.MayDecideAsync(current, id),
            [.. pack.Certifications.Select(one => HeldOf(one, book.Of(id, one.Code)))],
            revocations,
            [.. book.WaiversOf(id).OrderByDescending(waiver => waiver.GivenAt)]
        );
    }

    /// <summary>Courses that the paths ask for, by slug; never one that managers do not see.</summary>
    public async Task<IReadOnlyList<PublishedCourse>> CoursesAsync()
    {
        var asked = pack
            .Certifications.SelectMany(one => one.Rules.Renewals.Prepend(one.Rules.First))
            .SelectMany(path => path.Node.Steps())
            .OfType<PathStep.Course>()
            .Select(step => step.Slug)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await courses.AllAsync()).Where(course =>
                asked.Contains(course.Slug) && !course.Manifest.IsPrivate
            ),
        ];
    }

    private HeldCertification HeldOf(OfferedCertification one, CertificationFacts facts) =>
        new(
            one,
            one.Rules.On(facts, Today),
            CertificationStates.EndOn(facts, Today),
            [.. facts.Periods.OrderByDescending(period => period.Cycle)],
            [.. facts.Suspensions.OrderByDescending(suspension => suspension.From)]
        );
}
