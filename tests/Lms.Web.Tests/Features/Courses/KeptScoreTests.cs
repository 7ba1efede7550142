using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Of several attempts the quiz's rule says which score is shown.</summary>
public sealed class KeptScoreTests
{
    [Theory]
    [InlineData(KeptScore.Best, "2 з 2")]
    [InlineData(KeptScore.Last, "0 з 2")]
    public async Task The_kept_score_stands_on_the_quiz_and_in_the_outline_of_the_course(
        KeptScore keep,
        string words
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(new() { Keep = keep }));
        Assert.DoesNotContain("з 2", await OutlineAsync(sitting), StringComparison.Ordinal);
        foreach (var rightly in new[] { true, false })
        {
            await sitting.AnswerAsync(await sitting.StartAsync(), rightly);
            using var ended = await sitting.SubmitAsync();
        }

        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        var attempts = page.QuerySelector("section[aria-labelledby=h-attempts] > p")!.TextContent;
        Assert.Contains(words, attempts, StringComparison.Ordinal);
        Assert.Contains(words, await OutlineAsync(sitting), StringComparison.Ordinal);
    }

    private static async Task<string> OutlineAsync(Sitting sitting) =>
        (await sitting.Client.OpenAsync($"/courses/{TestCourse.Slug}"))
            .QuerySelectorAll("ol.outline > li")[1]
            .TextContent;
}
