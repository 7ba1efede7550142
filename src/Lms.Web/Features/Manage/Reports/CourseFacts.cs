using Lms.Domain.Courses;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>What reports need to know of courses. Private ones are not among them: a manager sees neither them nor their results.</summary>
public sealed class CourseFacts(PublishedCourses courses)
{
    public async Task<IReadOnlyList<PublishedCourse>> OpenAsync() =>
        [.. (await courses.AllAsync()).Where(course => !course.Manifest.IsPrivate)];

    public async Task<IReadOnlyList<CourseId>> HiddenAsync() =>
        [
            .. (await courses.AllAsync())
                .Where(course => course.Manifest.IsPrivate)
                .Select(course => course.Id),
        ];

    /// <summary>The hours that each version asks for, as it was published.</summary>
    public async Task<IReadOnlyDictionary<CourseVersionId, decimal>> HoursAsync(
        LmsDbContext db,
        CancellationToken cancel
    )
    {
        var hours = new Dictionary<CourseVersionId, decimal>();
        var versions = await db.CourseVersions.Select(version => version.Id).ToListAsync(cancel);
        foreach (var id in versions)
        {
            hours[id] = (await courses.OfAsync(id)).Manifest.Hours.Total;
        }

        return hours;
    }
}
