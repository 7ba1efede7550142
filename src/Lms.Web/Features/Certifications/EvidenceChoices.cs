using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certifications;

/// <summary>An evidence as its owner sees it.</summary>
public sealed record OwnEvidence(
    EvidenceId Id,
    EvidenceKind Kind,
    string Title,
    string Provider,
    DateOnly On,
    bool HasFile,
    EvidenceVerdict? Verdict,
    string Remark,
    DateOnly? ValidUntil
);

/// <summary>What evidence can be for, and what a person has handed in.</summary>
public sealed class EvidenceChoices(
    LmsDbContext db,
    PublishedCourses courses,
    OrganisationPack pack
)
{
    /// <summary>Kinds that the paths of the pack ask for.</summary>
    public IReadOnlyList<string> Codes =>
        [
            .. pack
                .Certifications.SelectMany(one => one.Rules.Renewals.Prepend(one.Rules.First))
                .SelectMany(path => path.Node.Steps())
                .OfType<PathStep.Evidence>()
                .Select(step => step.Kind)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Courses that earlier learning may stand for; never one that managers do not see.</summary>
    public async Task<IReadOnlyList<PublishedCourse>> CoursesAsync() =>
        [.. (await courses.AllAsync()).Where(course => !course.Manifest.IsPrivate)];

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<OwnEvidence>> OfAsync(PersonId person) =>
        await db
            .Evidence.Where(one => one.PersonId == person)
            .OrderByDescending(one => one.HandedInAt)
            .Select(one => new OwnEvidence(
                one.Id,
                one.Kind,
                one.Title,
                one.Provider,
                one.On,
                one.File != null,
                one.Decision == null ? (EvidenceVerdict?)null : one.Decision.Verdict,
                one.Decision == null ? "" : one.Decision.Remark,
                one.Decision == null ? null : one.Decision.ValidUntil
            ))
            .ToListAsync();
}
