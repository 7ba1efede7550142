using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Web.Features.Courses;

/// <summary>What never changes of an attempt once opened.</summary>
/// <param name="Quiz">With the rules of the attempt.</param>
public sealed record OpenPaper(PersonId Person, Quiz Quiz, Paper Paper)
{
    /// <summary>Whether the answer could be given on this paper; a file comes by a page of its own.</summary>
    public bool Has(GivenAnswer answer) =>
        Paper.Find(answer.QuestionId) is { } placed
        && Quiz.Find(answer.QuestionId) is { } question
        && question is not FileUpload
        && (answer.Confidence is null || Quiz.Rules.AsksConfidence)
        && question.Accepts(placed, answer.Values);
}

/// <summary>
/// The unchanging part of attempts in memory, so that a save does not read it again. Whether an
/// attempt is still open is never answered from here.
/// </summary>
public sealed class OpenPapers(LmsDatabase database, PublishedCourses courses, IMemoryCache cache)
{
    private static readonly Viewer Reader = Viewer.System("check an answer against its paper");
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    public async ValueTask<OpenPaper?> FindAsync(AttemptId id)
    {
        if (cache.TryGetValue(id, out OpenPaper? known))
        {
            return known;
        }

        await using var db = database.Open(Reader);
        var row = await db
            .Attempts.Where(attempt => attempt.Id == id)
            .Select(attempt => new
            {
                attempt.PersonId,
                attempt.CourseVersionId,
                attempt.ActivityId,
                attempt.Paper,
                attempt.Rules,
            })
            .SingleOrDefaultAsync();
        if (row is null)
        {
            return null;
        }

        var course = await courses.OfAsync(row.CourseVersionId);
        var quiz = course.Find(row.ActivityId).Quiz! with { Rules = row.Rules };
        return cache.Set(id, new OpenPaper(row.PersonId, quiz, row.Paper), Kept);
    }
}
