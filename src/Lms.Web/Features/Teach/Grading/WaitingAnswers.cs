using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Teach.Grading;

/// <summary>An answer that no rule marks, as the trainer's queue shows it.</summary>
/// <param name="Learner">Null when the queue is read blind.</param>
public sealed record WaitingAnswer(
    Attempt Attempt,
    PublishedCourse Course,
    PublishedActivity Quiz,
    Question Question,
    IReadOnlyList<string> Values,
    PersonName? Learner
);

/// <summary>
/// Answers of the trainer's own courses that wait for a mark, the oldest first. They are read with the
/// product's own eyes, within the courses that <see cref="TaughtCourses"/> names.
/// </summary>
public sealed class WaitingAnswers(
    LmsDatabase database,
    TaughtCourses taught,
    PublishedCourses courses
)
{
    private const int Most = 200;
    private static readonly Viewer Reader = Viewer.System("a trainer reads answers to mark");

    public async Task<IReadOnlyList<WaitingAnswer>> AllAsync(bool isBlind)
    {
        var ids = await taught.IdsAsync();
        await using var db = database.Open(Reader);
        var attempts = await Closed(db, ids)
            .Where(attempt => attempt.Result!.Waiting > 0)
            .Where(attempt =>
                !attempt.Rescores.Any()
                || attempt.Rescores.OrderByDescending(r => r.Position).First().Waiting > 0
            )
            .OrderBy(attempt => attempt.Result!.ClosedAt)
            // No ties: each list asks for the same attempts again.
            .ThenBy(attempt => attempt.Id)
            .Take(Most)
            .ListAtOnceAsync(db);
        var names = isBlind ? [] : await NamesAsync(db, attempts);
        var waiting = new List<WaitingAnswer>();
        foreach (var attempt in attempts)
        {
            waiting.AddRange(await OfAsync(attempt, names, onlyWaiting: true));
        }

        return waiting;
    }

    /// <summary>One answer, marked or not; null when it is none of the trainer's.</summary>
    public async Task<WaitingAnswer?> FindAsync(AttemptId id, string question, bool isBlind)
    {
        var ids = await taught.IdsAsync();
        await using var db = database.Open(Reader);
        var attempt = await Closed(db, ids)
            .Where(found => found.Id == id)
            .SingleOrDefaultAtOnceAsync(db);
        if (attempt is null)
        {
            return null;
        }

        var names = isBlind ? [] : await NamesAsync(db, [attempt]);
        return (await OfAsync(attempt, names, onlyWaiting: false)).FirstOrDefault(answer =>
            answer.Question.Id == question
        );
    }

    /// <summary>The file of an answer that the trainer may read; null when there is none.</summary>
    public async Task<AnswerFile?> FileAsync(WaitingAnswer answer)
    {
        if (answer.Values is not [var written] || !Guid.TryParse(written, out var guid))
        {
            return null;
        }

        var (id, attempt) = (new AnswerFileId(guid), answer.Attempt.Id);
        await using var db = database.Open(Reader);
        return await db
            .AnswerFiles.AsNoTracking()
            .SingleOrDefaultAsync(file => file.Id == id && file.AttemptId == attempt);
    }

    private static IQueryable<Attempt> Closed(LmsDbContext db, List<CourseId> taught) =>
        db
            .Attempts.AsNoTracking()
            .Include(attempt => attempt.Result)
            .Include(attempt => attempt.Responses)
            .Include(attempt => attempt.Marks)
            .Include(attempt => attempt.Rescores)
            .Where(attempt => attempt.Result != null)
            .Where(attempt =>
                db.Activities.Any(activity =>
                    activity.Id == attempt.ActivityId && taught.Contains(activity.CourseId)
                )
            );

    private async Task<IEnumerable<WaitingAnswer>> OfAsync(
        Attempt attempt,
        Dictionary<PersonId, PersonName> names,
        bool onlyWaiting
    )
    {
        var course = await courses.OfAsync(attempt.CourseVersionId);
        var activity = course.Find(attempt.ActivityId);
        var (values, marks) = (attempt.LastValues(), attempt.LastMarks());
        return attempt
            .Paper.Questions.Select(placed => activity.Quiz!.Question(placed.QuestionId))
            .Where(question => !question.IsMarkedByRule && values.ContainsKey(question.Id))
            .Where(question => values[question.Id].Count > 0)
            .Where(question => !onlyWaiting || !marks.ContainsKey(question.Id))
            .Select(question => new WaitingAnswer(
                attempt,
                course,
                activity,
                question,
                values[question.Id],
                names.GetValueOrDefault(attempt.PersonId)
            ));
    }

    private static Task<Dictionary<PersonId, PersonName>> NamesAsync(
        LmsDbContext db,
        List<Attempt> attempts
    )
    {
        var people = attempts.Select(attempt => attempt.PersonId).Distinct().ToList();
        return db
            .People.Where(person => people.Contains(person.Id))
            .Select(person => new { person.Id, person.Name })
            .ToDictionaryAsync(person => person.Id, person => person.Name);
    }
}
