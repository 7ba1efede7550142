using System.Collections.Frozen;
using Lms.Domain.Courses;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Media;

/// <summary>
/// Which files anyone may read: those of courses that anyone may read. The others need an account,
/// and nobody guesses their names.
/// </summary>
public sealed class MediaAccess(PublishedCourses courses)
{
    private OpenFiles open = new([], FrozenSet<string>.Empty);

    public async ValueTask<bool> IsOpenAsync(string name)
    {
        var all = await courses.AllAsync();
        var known = open;
        if (!ReferenceEquals(known.Of, all))
        {
            open = known = new(all, Names(all));
        }

        return known.Names.Contains(name);
    }

    private static FrozenSet<string> Names(IEnumerable<PublishedCourse> all) =>
        all.Where(course => course.Manifest.Access == CourseAccess.Public)
            .SelectMany(course => course.Manifest.Media)
            .ToFrozenSet(StringComparer.Ordinal);

    private sealed record OpenFiles(IReadOnlyList<PublishedCourse> Of, FrozenSet<string> Names);
}
