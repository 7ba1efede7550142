using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach;

/// <summary>
/// The courses a trainer teaches today, by the rows that say so: every read and every act of this
/// feature begins here.
/// </summary>
public sealed class TaughtCourses(
    LmsDbContext db,
    PublishedCourses courses,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    /// <summary>Who acts; null for a trainer who is nobody of the register.</summary>
    public Actor? Actor =>
        current.Viewer is { Account: { } account, Person: { } person }
            ? new(account, person)
            : null;

    public async Task<IReadOnlyList<PublishedCourse>> AllAsync()
    {
        var ids = await IdsAsync();
        return [.. (await courses.AllAsync()).Where(course => ids.Contains(course.Id))];
    }

    /// <summary>Null when it is not taught by the viewer, or is none.</summary>
    public async Task<PublishedCourse?> FindAsync(string slug) =>
        await courses.FindAsync(slug) is { } course && (await IdsAsync()).Contains(course.Id)
            ? course
            : null;

    public Task<List<CourseId>> IdsAsync()
    {
        var today = pack.DayOf(time.Now());
        var account = current.Viewer.Account;
        return db
            .CourseTrainers.Where(trainer =>
                trainer.AccountId == account
                && trainer.From <= today
                && (trainer.To == null || trainer.To >= today)
            )
            .Select(trainer => trainer.CourseId)
            .ToListAsync();
    }
}
