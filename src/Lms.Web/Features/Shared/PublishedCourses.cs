using System.Collections.Concurrent;
using System.Collections.Frozen;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The published courses in memory. A version once read stays; which version of a course is the
/// newest is asked again when the answer is older than five seconds, so that another process may
/// publish.
/// </summary>
public sealed class PublishedCourses(LmsDatabase database, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);
    private static readonly Viewer Reader = Viewer.System("read published courses");

    private readonly ConcurrentDictionary<CourseVersionId, PublishedCourse> versions = new();
    private readonly SemaphoreSlim reading = new(1, 1);
    private Newest newest = Newest.Unread;

    /// <summary>The newest version of each course, by code and title.</summary>
    public async ValueTask<IReadOnlyList<PublishedCourse>> AllAsync() => (await NewestAsync()).All;

    public async ValueTask<PublishedCourse?> FindAsync(string slug) =>
        (await NewestAsync()).BySlug.GetValueOrDefault(slug);

    /// <summary>
    /// Taken out of the catalogue: shown to those who began it, and to nobody new.
    /// </summary>
    public async ValueTask<bool> IsArchivedAsync(CourseId course) =>
        (await NewestAsync()).Archived.Contains(course);

    public async ValueTask<PublishedCourse> OfAsync(CourseVersionId version) =>
        versions.TryGetValue(version, out var known) ? known : await ReadAsync(version);

    /// <summary>
    /// What a slug names in any version of the course, without asking the database: for routing. Null
    /// when it names nothing.
    /// </summary>
    public ActivityKind? KindOf(string course, string activity) =>
        newest.Kinds.TryGetValue((course, activity), out var kind) ? kind : null;

    /// <summary>Called after a version was published, or a course archived, in this process.</summary>
    public void Forget() => newest = newest with { ReadAt = DateTimeOffset.MinValue };

    public void Dispose() => reading.Dispose();

    private async ValueTask<Newest> NewestAsync()
    {
        var known = newest;
        if (time.GetUtcNow() - known.ReadAt < Fresh)
        {
            return known;
        }

        await reading.WaitAsync();
        try
        {
            return time.GetUtcNow() - newest.ReadAt < Fresh ? newest : newest = await ReadAsync();
        }
        finally
        {
            reading.Release();
        }
    }

    private async Task<Newest> ReadAsync()
    {
        await using var db = database.Open(Reader);
        var ids = await db
            .CourseVersions.Where(version =>
                !db.CourseVersions.Any(later =>
                    later.CourseId == version.CourseId && later.Number > version.Number
                )
            )
            .Select(version => version.Id)
            .ToListAsync();
        var all = new List<PublishedCourse>(ids.Count);
        foreach (var id in ids)
        {
            all.Add(await OfAsync(id));
        }

        var ordered = all.OrderBy(course => course.Manifest.Code, StringComparer.CurrentCulture)
            .ThenBy(course => course.Manifest.Title, StringComparer.CurrentCulture)
            .ToList();
        var kinds = await db
            .Activities.Join(
                db.Courses,
                activity => activity.CourseId,
                course => course.Id,
                (activity, course) =>
                    new
                    {
                        Course = course.Slug,
                        Activity = activity.Slug,
                        activity.Kind,
                    }
            )
            .ToListAsync();
        var archivals = await db.CourseArchivals.AsNoTracking().ToListAsync();
        return new(
            ordered,
            ordered.ToFrozenDictionary(course => course.Slug),
            kinds.ToFrozenDictionary(row => (row.Course, row.Activity), row => row.Kind),
            archivals
                .GroupBy(fact => fact.CourseId)
                .Where(facts => facts.MaxBy(fact => fact.Position)!.IsArchived)
                .Select(facts => facts.Key)
                .ToFrozenSet(),
            time.GetUtcNow()
        );
    }

    private async Task<PublishedCourse> ReadAsync(CourseVersionId id)
    {
        await using var db = database.Open(Reader);
        var version = await db
            .CourseVersions.AsNoTracking()
            .Include(found => found.Activities)
                .ThenInclude(activity => activity.Texts)
            .Include(found => found.Banks)
            .Where(found => found.Id == id)
            .SingleAtOnceAsync(db);
        var course = await db.Courses.AsNoTracking().SingleAsync(c => c.Id == version.CourseId);
        return versions.GetOrAdd(id, new PublishedCourse(course, version));
    }

    private sealed record Newest(
        IReadOnlyList<PublishedCourse> All,
        FrozenDictionary<string, PublishedCourse> BySlug,
        FrozenDictionary<(string Course, string Activity), ActivityKind> Kinds,
        FrozenSet<CourseId> Archived,
        DateTimeOffset ReadAt
    )
    {
        public static readonly Newest Unread = new(
            [],
            FrozenDictionary<string, PublishedCourse>.Empty,
            FrozenDictionary<(string, string), ActivityKind>.Empty,
            FrozenSet<CourseId>.Empty,
            DateTimeOffset.MinValue
        );
    }
}
