using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>What a visitor finds at a quiz: where they stand, and what they may do.</summary>
/// <param name="Entry">Whether an attempt may be opened at all, by what comes first in the course.</param>
/// <param name="Attempts">The visitor's own, in their order, without what was answered.</param>
public sealed record QuizVisit(
    PublishedCourse Course,
    PublishedActivity Activity,
    Standing? Standing,
    CourseEntry Entry,
    IReadOnlyList<Attempt> Attempts,
    Allowance Allowance,
    OpeningDecision Opening
)
{
    public Quiz Quiz => Activity.Quiz!;

    public Attempt? Open => Attempts.FirstOrDefault(attempt => attempt.Result is null);

    public IEnumerable<Attempt> Closed => Attempts.Where(attempt => attempt.Result is not null);

    /// <summary>The fact, not the last score.</summary>
    public bool HasPassed => Standing?.Progress.Done.Contains(Activity.Id) == true;

    public Score? Kept =>
        Quiz.Rules.Keep.Of(Closed.Select(attempt => (attempt.Number, attempt.Score!)));
}

/// <summary>Finds what stands at the address of a quiz for the visitor of the request.</summary>
public sealed class QuizVisits(
    CourseVisits found,
    PublishedCourses courses,
    CurrentViewer current,
    QuizReads reads,
    TimeProvider time
)
{
    /// <summary>Null when the address names no quiz.</summary>
    public async Task<QuizVisit?> FindAsync(string course, string activity)
    {
        if (await found.FindAsync(course, activity, ActivityKind.Quiz) is not { } visit)
        {
            return null;
        }

        if (current.Viewer.Person is not { } person)
        {
            return Of(visit, [], Allowance.None);
        }

        if (visit.Standing is not { } standing)
        {
            return Of(visit, [], await reads.AllowanceAsync(person));
        }

        var quiz = visit.Activity.Id;
        var attempts = await reads.AttemptsAsync(standing.Enrolment, quiz);
        var allowance = await reads.AllowanceAsync(person, standing.Enrolment, quiz);
        return Of(visit, attempts, allowance);
    }

    private QuizVisit Of(CourseVisit visit, IReadOnlyList<Attempt> attempts, Allowance allowance)
    {
        var past = attempts.Select(a => new PastAttempt(
            a.OpenedAt,
            a.Result?.ClosedAt,
            a.Extra is not null
        ));
        return new(
            visit.Course,
            visit.Activity,
            visit.Standing,
            visit.Entry,
            attempts,
            allowance,
            allowance.MayOpen(visit.Activity.Quiz!.Rules, [.. past], time.Now())
        );
    }

    /// <summary>The text of an attempt: that of its own version, with the keys that judged it last.</summary>
    public async Task<PaperText> TextOfAsync(Attempt attempt, string language)
    {
        var taken = (await courses.OfAsync(attempt.CourseVersionId)).Find(attempt.ActivityId);
        return attempt.Rescores.MaxBy(rescore => rescore.Position) is { } last
            ? new(taken, (await courses.OfAsync(last.KeysOf)).Find(attempt.ActivityId), language)
            : new(taken, language);
    }
}
