using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>What the ids of courses, activities and options are called, in the reader's language.</summary>
internal sealed class CourseTitles
{
    private readonly Dictionary<CourseId, string> courses = [];
    private readonly Dictionary<ActivityId, string> activities = [];
    private readonly Dictionary<AttemptId, (Paper Paper, Quiz Quiz)> papers = [];

    public static async Task<CourseTitles> ReadAsync(
        LmsDbContext db,
        PublishedCourses published,
        Footprint who,
        string language,
        CancellationToken cancel
    )
    {
        var titles = new CourseTitles();
        var attempts = await db
            .Attempts.AsNoTracking()
            .Where(attempt => who.People.Contains(attempt.PersonId))
            .ToListAsync(cancel);
        var taken = await db
            .EnrolmentVersions.Where(step => who.People.Contains(step.PersonId))
            .Select(step => step.CourseVersionId)
            .Distinct()
            .ToListAsync(cancel);
        foreach (
            var version in taken.Concat(attempts.Select(one => one.CourseVersionId)).Distinct()
        )
        {
            titles.Add(await published.OfAsync(version), language);
        }

        foreach (var course in await published.AllAsync())
        {
            titles.Add(course, language);
        }

        foreach (var attempt in attempts)
        {
            var version = await published.OfAsync(attempt.CourseVersionId);
            if (version.TryFind(attempt.ActivityId)?.In(language).Quiz is { } quiz)
            {
                titles.papers[attempt.Id] = (attempt.Paper, quiz);
            }
        }

        return titles;
    }

    public string Course(CourseId id) => courses.GetValueOrDefault(id, "");

    public string Activity(ActivityId id) => activities.GetValueOrDefault(id, "");

    /// <summary>Null when the question cannot be told any more.</summary>
    public string? Question(Response response) =>
        Find(response) is { Question: { } question } ? Plain(question.PromptHtml) : null;

    /// <summary>The options chosen in their words; null for an answer of another kind.</summary>
    public string? Answer(Response response) =>
        Find(response) is { Question: ChoiceQuestion choice, Placed: { } placed }
            ? string.Join(
                "; ",
                choice.Chosen(placed, response.Values).Select(option => Plain(option.Html))
            )
            : null;

    private (Question? Question, PaperQuestion? Placed) Find(Response response) =>
        papers.TryGetValue(response.AttemptId, out var taken)
            ? (taken.Quiz.Find(response.QuestionId), taken.Paper.Find(response.QuestionId))
            : (null, null);

    private void Add(PublishedCourse course, string language)
    {
        courses.TryAdd(course.Id, course.Coded(course.In(language).Title));
        foreach (var activity in course.Activities)
        {
            activities.TryAdd(activity.Id, activity.In(language).Title);
        }
    }

    private static string Plain(string html) =>
        string.Join(' ', HtmlPassages.Of(html, []).Select(passage => passage.Text));
}
