using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Learners;

public sealed record LearnerRow(PersonId Id, PersonName Name, int Courses);

/// <param name="Used">Attempts opened.</param>
/// <param name="Extra">Granted beyond the rule and not used yet.</param>
public sealed record LearnerQuiz(
    EnrolmentId Enrolment,
    PublishedCourse Course,
    PublishedActivity Quiz,
    int Used,
    bool IsPassed,
    int Extra
);

public sealed record Learner(
    PersonId Id,
    PersonName Name,
    TimeFactor Factor,
    IReadOnlyList<LearnerQuiz> Quizzes
);

/// <summary>
/// The learners of the trainer's courses: names, attempts as numbers, and nobody else. Read with the
/// product's own eyes, within the courses that <see cref="TaughtCourses"/> names.
/// </summary>
public sealed class TaughtLearners(
    LmsDatabase database,
    TaughtCourses taught,
    PublishedCourses courses
)
{
    private static readonly Viewer Reader = Viewer.System("a trainer reads their learners");

    public async Task<IReadOnlyList<LearnerRow>> AllAsync()
    {
        var ids = await taught.IdsAsync();
        await using var db = database.Open(Reader);
        var rows = await db
            .Enrolments.Where(enrolment => ids.Contains(enrolment.CourseId))
            .GroupBy(enrolment => enrolment.PersonId)
            .Select(group => new { Person = group.Key, Courses = group.Count() })
            .Join(
                db.People.Where(person => person.ErasedAt == null),
                row => row.Person,
                person => person.Id,
                (row, person) =>
                    new
                    {
                        person.Id,
                        person.Name,
                        row.Courses,
                    }
            )
            .ToListAsync();
        return
        [
            .. rows.Select(row => new LearnerRow(row.Id, row.Name, row.Courses))
                .OrderBy(row => row.Name.Full, StringComparer.CurrentCulture),
        ];
    }

    /// <summary>Null when the person learns in none of the trainer's courses.</summary>
    public async Task<Learner?> FindAsync(PersonId id)
    {
        var ids = await taught.IdsAsync();
        await using var db = database.Open(Reader);
        var enrolments = await db
            .Enrolments.Where(enrolment =>
                enrolment.PersonId == id
                && ids.Contains(enrolment.CourseId)
                && db.People.Any(person => person.Id == id && person.ErasedAt == null)
            )
            .Select(enrolment => new
            {
                enrolment.Id,
                Version = enrolment
                    .Versions.OrderByDescending(version => version.Position)
                    .Select(version => version.CourseVersionId)
                    .First(),
                Opened = enrolment.Attempts.Select(attempt => attempt.ActivityId).ToList(),
                Passed = enrolment.Passes.Select(passed => passed.ActivityId).ToList(),
            })
            .ListAtOnceAsync(db);
        if (enrolments.Count == 0)
        {
            return null;
        }

        var unused = await db
            .ExtraAttempts.Where(extra =>
                extra.PersonId == id && !db.Attempts.Any(attempt => attempt.Extra == extra.Id)
            )
            .Select(extra => extra.ActivityId)
            .ToListAsync();
        var quizzes = new List<LearnerQuiz>();
        foreach (var enrolment in enrolments)
        {
            var course = await courses.OfAsync(enrolment.Version);
            quizzes.AddRange(
                course
                    .Activities.Where(activity => activity.Kind == ActivityKind.Quiz)
                    .Select(quiz => new LearnerQuiz(
                        enrolment.Id,
                        course,
                        quiz,
                        enrolment.Opened.Count(one => one == quiz.Id),
                        enrolment.Passed.Contains(quiz.Id),
                        unused.Count(one => one == quiz.Id)
                    ))
            );
        }

        var person = await db.People.SingleAsync(known => known.Id == id);
        return new(id, person.Name, await db.TimeFactorAsync(id), quizzes);
    }
}
