using AngleSharp.Html.Dom;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Lms.Web.Tests.Support.Quizzes;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>What a quiz says of itself before an attempt, and where its result sends one to read.</summary>
public sealed class QuizIntroTests
{
    [Fact]
    public async Task The_time_is_that_of_the_person_and_a_short_window_is_told_in_minutes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var rules = new QuizRules
        {
            Time = TimeSpan.FromMinutes(20),
            Limit = new(2, TimeSpan.FromMinutes(45)),
        };
        var sitting = await Sitting.AtAsync(host, EveryKind.Two(rules));
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope
                .ServiceProvider.GetRequiredService<SetTimeFactor>()
                .RunAsync(sitting.Person, TimeFactor.Half, await Trainer.ActorAsync(host));
        }

        var facts = await FactsAsync(sitting);

        Assert.Equal("30 хв на спробу", facts["Час"]);
        Assert.Equal("2 за 45 хв; відкрита спроба рахується", facts["Спроби"]);
        Assert.Equal("Тест потрібно скласти, щоб завершити курс.", facts["Чи рахується"]);
        Assert.Contains("Щоб скласти", facts.Keys);
    }

    [Fact]
    public async Task A_quiz_that_is_not_graded_asks_for_no_share_of_points()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var sitting = await Sitting.AtAsync(
            host,
            EveryKind.Two(new QuizRules { IsGraded = false })
        );

        var facts = await FactsAsync(sitting);
        Assert.DoesNotContain("Щоб скласти", facts.Keys);
        Assert.Equal("На завершення курсу тест не впливає.", facts["Чи рахується"]);

        var result = await ResultAsync(sitting);
        Assert.Null(result.QuerySelector(".score small"));
    }

    [Fact]
    public async Task A_quiz_outside_the_modules_sends_to_all_lessons_to_read_again()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var draft = TestCourse.Draft(EveryKind.Two());
        var sitting = await Sitting.AtAsync(
            host,
            draft with
            {
                Activities = [draft.Activities[0], draft.Activities[1] with { ModuleIndex = null }],
            }
        );

        var result = await ResultAsync(sitting);

        Assert.Equal(
            [TestCourse.Lesson],
            result.QuerySelectorAll(".links a").Select(link => link.GetAttribute("href"))
        );
    }

    private static async Task<Dictionary<string, string>> FactsAsync(Sitting sitting) =>
        (await sitting.Client.OpenAsync(TestCourse.Quiz))
            .QuerySelectorAll("main .facts > div")
            .ToDictionary(
                row => row.QuerySelector("dt")!.TextContent,
                row => row.QuerySelector("dd")!.TextContent,
                StringComparer.Ordinal
            );

    private static async Task<IHtmlDocument> ResultAsync(Sitting sitting)
    {
        await sitting.AnswerAsync(await sitting.StartAsync(), rightly: false);
        using var ended = await sitting.SubmitAsync();
        return await sitting.Client.OpenAsync(TestCourse.Quiz);
    }
}
