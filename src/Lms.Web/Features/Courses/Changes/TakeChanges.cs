using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses.Changes;

/// <summary>
/// Which questions of a change a person has answered right, and the fact that the change was taken once
/// all of them are. Answers lie beside those of practice, named by the version they belong to.
/// </summary>
public sealed class TakeChanges(LmsDbContext db, OwedChanges owed, TimeProvider time)
{
    /// <summary>Under which an answer to a question of <paramref name="to"/> is kept.</summary>
    public static string NameOf(PublishedCourse to, string question) => $"{to.Number}:{question}";

    public async Task<IReadOnlyList<ChangedPart>> LeftAsync(OwedChange change)
    {
        var names = change
            .Parts.Questions.Select(one => NameOf(change.To, one.Part))
            .Distinct()
            .ToList();
        var right = (
            await db
                .PracticeAnswers.Where(one =>
                    one.PersonId == change.Person && one.IsRight && names.Contains(one.QuestionId)
                )
                .Select(one => new { one.ActivityId, one.QuestionId })
                .ToListAsync()
        )
            .Select(one => (one.ActivityId, one.QuestionId))
            .ToHashSet();
        return
        [
            .. change.Parts.Questions.Where(one =>
                !right.Contains((one.Activity, NameOf(change.To, one.Part)))
            ),
        ];
    }

    /// <returns>False while a question is left, or nothing is owed.</returns>
    public Task<bool> RunAsync(PersonId person, AccountId? by, PublishedCourse newest) =>
        db.WriteAsync(async () =>
        {
            if (
                await owed.OfAsync(db, person, newest) is not { } change
                || (await LeftAsync(change)).Count > 0
            )
            {
                return false;
            }

            foreach (var version in change.Versions)
            {
                db.ChangesTaken.Add(
                    new ChangeTaken
                    {
                        PersonId = person,
                        CourseVersionId = version,
                        TakenAt = time.Now(),
                    }
                );
            }

            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.ChangeTaken,
                    Actor = by,
                    Subject = person,
                    Detail = $"{newest.Slug} {newest.Number}",
                }
            );
            await db.SaveChangesAsync();
            return true;
        });
}
