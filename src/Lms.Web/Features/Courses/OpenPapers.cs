using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Web.Features.Courses;

/// <summary>What never changes of an attempt once opened.</summary>
public sealed record OpenPaper(PersonId Person, DateTimeOffset? DeadlineAt, Paper Paper)
{
    public bool Has(GivenAnswer answer) =>
        Paper.Find(answer.QuestionId) is { } question
        && answer.Choice.Count == answer.Choice.Distinct(StringComparer.Ordinal).Count()
        && answer.Choice.All(id => question.Options.Any(option => option.Id == id));
}

/// <summary>
/// The unchanging part of attempts in memory, so that a save does not read it again. Whether an
/// attempt is still open is never answered from here.
/// </summary>
public sealed class OpenPapers(LmsDatabase database, IMemoryCache cache)
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
        var paper = await db
            .Attempts.Where(attempt => attempt.Id == id)
            .Select(attempt => new OpenPaper(attempt.PersonId, attempt.DeadlineAt, attempt.Paper))
            .SingleOrDefaultAsync();
        return paper is null ? null : cache.Set(id, paper, Kept);
    }
}
