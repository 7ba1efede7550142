using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certifications;

/// <summary>A step that is left, and the way to it.</summary>
/// <param name="Course">Null when it is no published course.</param>
/// <param name="IsCompletedBefore">It is to be taken again, in a new edition that is not open yet.</param>
public sealed record StepLeft(PathStep Step, PublishedCourse? Course, bool IsCompletedBefore);

/// <param name="AtLeast">Of the parts; 0 for all of them.</param>
/// <param name="Step">Null when it has parts.</param>
public sealed record PathLeft(int AtLeast, IReadOnlyList<PathLeft> Parts, StepLeft? Step);

/// <summary>Where the viewer stands with one certification today.</summary>
/// <param name="End">Of the run of periods that holds; null when none holds.</param>
/// <param name="Edition">Of the law that its courses taught the person last; null when they name none.</param>
/// <param name="Left">Null when everything that can be done by now was done.</param>
public sealed record OwnCertification(
    OfferedCertification Certification,
    CertificationState State,
    DateOnly? End,
    CertificationFacts Facts,
    NextCycle.Left? Left,
    PathLeft? Path,
    DateOnly? Edition
)
{
    public CertificationPeriod? Last => Facts.Periods.MaxBy(period => period.Cycle);

    public DateOnly? GraceEnd =>
        Last is { } last ? Certification.Rules.GraceEnd(last.Until, Facts) : null;

    /// <summary>Steps done before this day do not count.</summary>
    public bool IsOpenOn(DateOnly day) => !(Left?.OpensOn > day);
}

/// <summary>Reads where one person stands with every certification of the pack.</summary>
public sealed class OwnCertifications(
    LmsDbContext db,
    CertificationReads reads,
    PublishedCourses courses,
    KnownEditions editions,
    OrganisationPack pack,
    TimeProvider time
)
{
    public DateOnly Today => pack.DayOf(time.Now());

    public async Task<IReadOnlyList<OwnCertification>> OfAsync(PersonId person)
    {
        var book = await reads.ReadAsync(db, [person]);
        var finished = (
            await db
                .Enrolments.Where(one => one.PersonId == person)
                .Select(one => new
                {
                    one.CourseId,
                    one.Edition,
                    IsCompleted = one.Completion != null,
                })
                .ToListAsync()
        ).GroupBy(one => one.CourseId).Where(own => own.MaxBy(one => one.Edition)!.IsCompleted).Select(own => own.Key).ToHashSet();
        var known = await editions.KnownAsync(person);
        var own = new List<OwnCertification>();
        foreach (var offered in pack.Certifications)
        {
            var facts = book.Of(person, offered.Code);
            var left = offered.Rules.NextPeriod(facts, Today) as NextCycle.Left;
            own.Add(
                new(
                    offered,
                    offered.Rules.On(facts, Today),
                    CertificationStates.EndOn(facts, Today),
                    facts,
                    left,
                    left is null ? null : await PathAsync(left.Steps, finished),
                    EditionOf(offered.Rules, known)
                )
            );
        }

        return own;
    }

    private static DateOnly? EditionOf(
        Certification rules,
        IReadOnlyDictionary<string, PublishedCourse> known
    ) =>
        rules
            .Renewals.Prepend(rules.First)
            .SelectMany(path => path.Node.Steps())
            .OfType<PathStep.Course>()
            .Where(step => known.ContainsKey(step.Slug))
            .Select(step => KnownEditions.Of(known[step.Slug].Manifest))
            .Max();

    private async Task<PathLeft> PathAsync(
        PathNode node,
        IReadOnlySet<Lms.Domain.Courses.CourseId> finished
    ) =>
        node switch
        {
            PathNode.All all => new(0, await PartsAsync(all.Of, finished), null),
            PathNode.AnyOf any => new(any.AtLeast, await PartsAsync(any.Of, finished), null),
            PathNode.Step step => new(0, [], await StepAsync(step.What, finished)),
            _ => throw new InvalidOperationException(),
        };

    private async Task<IReadOnlyList<PathLeft>> PartsAsync(
        IReadOnlyList<PathNode> parts,
        IReadOnlySet<Lms.Domain.Courses.CourseId> finished
    )
    {
        var all = new List<PathLeft>();
        foreach (var part in parts)
        {
            all.Add(await PathAsync(part, finished));
        }

        return all;
    }

    private async Task<StepLeft> StepAsync(
        PathStep step,
        IReadOnlySet<Lms.Domain.Courses.CourseId> finished
    )
    {
        var slug = step switch
        {
            PathStep.Course one => one.Slug,
            PathStep.Case one => one.CourseSlug,
            PathStep.LiveSession one => one.Series.Split('/')[0],
            _ => null,
        };
        var course = slug is null ? null : await courses.FindAsync(slug);
        return new(
            step,
            course,
            step is PathStep.Course && course is not null && finished.Contains(course.Id)
        );
    }
}
