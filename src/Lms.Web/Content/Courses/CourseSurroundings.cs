using Lms.Web.Content.Pack;

namespace Lms.Web.Content.Courses;

/// <summary>What a course is checked against.</summary>
/// <param name="Courses">Slugs of all courses of the content.</param>
internal sealed record CourseSurroundings(
    OrganisationPack Pack,
    DateOnly Today,
    IReadOnlySet<string> Courses
)
{
    public IReadOnlyCollection<string> Competences { get; } =
    [.. Pack.Competences.Competences.Select(competence => competence.Code)];

    public IReadOnlyCollection<string> StaffRoles { get; } =
    [.. Pack.StaffRoles.Select(role => role.Code)];
}
