using Lms.Web.Content;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Author;

/// <summary>What authors work on: the courses on disk beside what is published of them.</summary>
public sealed class Desks(LmsDbContext db, Drafts drafts)
{
    public async Task<(IReadOnlyList<CourseDesk> Desks, IReadOnlyList<Finding> Pack)> AllAsync()
    {
        var content = drafts.All();
        var published = await PublishedAsync();
        return (
            [
                .. content.Courses.Select(course => new CourseDesk(
                    course,
                    published.GetValueOrDefault(course.Slug)
                )),
            ],
            [.. content.Findings.Except(content.Courses.SelectMany(course => course.Findings))]
        );
    }

    /// <summary>Null when there is no such folder.</summary>
    public async Task<CourseDesk?> FindAsync(string slug) =>
        drafts.Find(slug) is { } course
            ? new(course, (await PublishedAsync()).GetValueOrDefault(slug))
            : null;

    private async Task<Dictionary<string, PublishedVersion>> PublishedAsync()
    {
        var newest = await (
            from version in db.CourseVersions
            join course in db.Courses on version.CourseId equals course.Id
            where
                !db.CourseVersions.Any(later =>
                    later.CourseId == version.CourseId && later.Number > version.Number
                )
            select new
            {
                course.Slug,
                Version = new PublishedVersion(
                    version.Number,
                    version.PublishedAt,
                    version.ContentHash
                ),
            }
        ).ToListAsync();
        return newest.ToDictionary(found => found.Slug, found => found.Version);
    }
}
