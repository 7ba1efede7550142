using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <param name="Course">The version the visitor is on, else the newest.</param>
/// <param name="Standing">Null when the visitor has not begun it.</param>
public sealed record CatalogueEntry(PublishedCourse Course, Standing? Standing);

/// <summary>The courses a visitor is shown: a private or an archived one to its own learners alone.</summary>
public sealed class Catalogue(
    PublishedCourses courses,
    Standings standings,
    CourseVisits visits,
    CurrentViewer current
)
{
    public async Task<IReadOnlyList<CatalogueEntry>> ReadAsync()
    {
        var own = (await standings.AllAsync(current.Viewer))
            .DistinctBy(standing => standing.Course.Id)
            .ToDictionary(standing => standing.Course.Id);
        var shown = new List<CatalogueEntry>();
        foreach (var newest in await courses.AllAsync())
        {
            if (own.TryGetValue(newest.Id, out var standing))
            {
                shown.Add(new(standing.Course, standing));
            }
            else if (!newest.Manifest.IsPrivate && !await courses.IsArchivedAsync(newest.Id))
            {
                shown.Add(new(newest, null));
            }
        }

        return shown;
    }

    /// <summary>Of these courses, what the visitor may open now.</summary>
    public async Task<IReadOnlySet<ActivityId>> OpenAsync(IEnumerable<CatalogueEntry> entries)
    {
        var open = new HashSet<ActivityId>();
        foreach (var (course, standing) in entries)
        {
            open.UnionWith(await visits.OpenAsync(course, standing));
        }

        return open;
    }
}
