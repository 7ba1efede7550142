using System.Net;
using Lms.Domain.Quizzes;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Limits and scores are exact however many ask at once.</summary>
public sealed class RaceTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Fifty_one_who_start_and_submit_at_once_open_the_three_attempts_of_the_day(
        string database
    )
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var limit = new AttemptLimit(3, TimeSpan.FromHours(24));
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(new() { Limit = limit }));
        var pages = new List<AngleSharp.Html.Dom.IHtmlDocument>();
        for (var tab = 0; tab < 51; tab++)
        {
            pages.Add(await sitting.Client.OpenAsync(TestCourse.Quiz));
        }

        // One open attempt stands in the way of the next: each goes on until nothing more opens.
        for (var round = 0; round < 4; round++)
        {
            var tabs = round == 0 ? pages : await ReopenedAsync(sitting, 51);
            await Task.WhenAll(
                tabs.Where(page => page.QuerySelector("form[action*='Start']") is not null)
                    .Select(page => StartAsync(sitting, page))
            );
            await using var during = host.Look();
            Assert.InRange(await during.Attempts.CountAsync(a => a.Result == null), 0, 1);
            Assert.Equal(Math.Min(round + 1, 3), await during.Attempts.CountAsync());
            if (round < 3)
            {
                await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SubmitAsync(sitting)));
            }
        }

        await using var db = host.Look();
        Assert.Equal(3, await db.Attempts.CountAsync());
        Assert.Equal(3, await db.AttemptResults.CountAsync());
        host.Clock.Forward(TimeSpan.FromHours(24));
        Assert.Equal(4, (await sitting.StartAsync()).Number);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Fifty_whole_forms_of_every_kind_at_once_give_one_score(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var sitting = await Sitting.AtAsync(
            host,
            new Quiz(new() { Pass = new(100) }, EveryKind.ByRule())
        );
        var attempt = await sitting.StartAsync();
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);

        var all = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(_ =>
                    sitting.Client.SubmitAsync(
                        page,
                        TestCourse.Quiz,
                        "form#quiz",
                        [.. sitting.Fields(attempt), ("confirmed", "true")]
                    )
                )
        );

        Assert.All(all, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        await using var db = host.Look();
        var result = await db.AttemptResults.SingleAsync();
        Assert.Equal((7_000, 7_000), (result.Earned.Thousandths, result.Possible.Thousandths));
        Assert.Equal(1, await db.Passes.CountAsync());
    }

    private static async Task<List<AngleSharp.Html.Dom.IHtmlDocument>> ReopenedAsync(
        Sitting sitting,
        int tabs
    )
    {
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        return page.QuerySelector("form[action*='Start']") is null
            ? []
            :
            [
                .. await Task.WhenAll(
                    Enumerable.Range(0, tabs).Select(_ => sitting.Client.OpenAsync(TestCourse.Quiz))
                ),
            ];
    }

    private static async Task StartAsync(Sitting sitting, AngleSharp.Html.Dom.IHtmlDocument page)
    {
        using var answer = await sitting.Client.SubmitAsync(
            page,
            TestCourse.Quiz,
            "form[action*='Start']"
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task SubmitAsync(Sitting sitting)
    {
        var page = await sitting.Client.OpenAsync(TestCourse.Quiz);
        if (page.QuerySelector("form#quiz") is not null)
        {
            using var answer = await sitting.Client.SubmitAsync(
                page,
                TestCourse.Quiz,
                "form#quiz",
                ("answers", "script"),
                ("confirmed", "true")
            );
        }
    }
}
