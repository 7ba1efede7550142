using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>Which edition of the law a person was taught by a course: what they completed, and the changes taken since.</summary>
public sealed class KnownEditions(LmsDbContext db, PublishedCourses courses)
{
    /// <summary>The newest edition that a version teaches; null when it names none.</summary>
    public static DateOnly? Of(CourseManifest manifest) =>
        manifest.Certificate?.Law.Select(law => (DateOnly?)law.Edition).Max();

    /// <summary>The newest version of each course whose changes the person took.</summary>
    public async Task<IReadOnlyDictionary<CourseId, PublishedCourse>> TakenAsync(PersonId person) =>
        Newest(
            await ReadAsync(
                db.ChangesTaken.Where(one => one.PersonId == person)
                    .Select(one => one.CourseVersionId)
            )
        );

    /// <summary>The newest version of each course that the person knows, by its slug.</summary>
    public async Task<IReadOnlyDictionary<string, PublishedCourse>> KnownAsync(PersonId person)
    {
        var completed = await ReadAsync(
            db.Completions.Where(one => one.PersonId == person).Select(one => one.CourseVersionId)
        );
        var taken = (await TakenAsync(person)).Values;
        return Newest(completed.Concat(taken)).Values.ToDictionary(one => one.Slug);
    }

    private async Task<List<PublishedCourse>> ReadAsync(IQueryable<CourseVersionId> versions)
    {
        var read = new List<PublishedCourse>();
        foreach (var id in await versions.Distinct().ToListAsync())
        {
            read.Add(await courses.OfAsync(id));
        }

        return read;
    }

    private static Dictionary<CourseId, PublishedCourse> Newest(
        IEnumerable<PublishedCourse> versions
    ) =>
        versions
            .GroupBy(one => one.Id)
            .ToDictionary(own => own.Key, own => own.MaxBy(one => one.Number)!);
}
