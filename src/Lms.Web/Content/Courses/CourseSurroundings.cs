using Lms.Web.Content.Assets;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;

namespace Lms.Web.Content.Courses;

/// <summary>What a course is checked against.</summary>
/// <param name="Courses">Slugs of all courses of the content.</param>
internal sealed record CourseSurroundings(
    OrganisationPack Pack,
    DateOnly Today,
    IReadOnlySet<string> Courses
)
{
    public CourseOrder Order { get; init; } = new(new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Where the pages will find what lies in <c>assets/</c>.</summary>
    public MediaAddress MediaAddress { get; init; } = MediaFile.Published;

    public Glossary Glossary { get; init; } = Glossary.Empty;

    public IReadOnlyCollection<string> Competences { get; } =
    [.. Pack.Competences.Competences.Select(competence => competence.Code)];

    public IReadOnlyCollection<string> StaffRoles { get; } =
    [.. Pack.StaffRoles.Select(role => role.Code)];
}
