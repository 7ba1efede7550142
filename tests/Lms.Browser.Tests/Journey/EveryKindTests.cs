using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>An attempt over every kind of question: without a network, without a mouse, in both languages.</summary>
[Collection(BrowserCollection.Name)]
public sealed class EveryKindTests(Chromium chromium) : IAsyncLifetime
{
    private readonly EveryKindCourse course = new();
    private ServerProcess? server;

    private ServerProcess Server => server!;

    public async ValueTask InitializeAsync() =>
        server = await ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = course.Folder },
            preparedOn: TestContent.Root
        );

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task Nothing_is_lost_when_the_network_goes_and_the_tab_is_killed(string language)
    {
        var screen = language == "uk" ? Screen.Phone : Screen.Desk;
        await using var learner = await chromium.VisitorAsync(Server, screen, language);
        learner.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        await EnterAsync(learner);
        await learner.LookAsync("kinds-intro");
        await StartAsync(learner);

        // Nothing is called answered that nobody has answered, an order shown among the rest.
        await Expect(learner.Page.Locator("#answered")).ToHaveJSPropertyAsync("value", 0);
        var quiz = new EveryKindOnScreen(learner, Register.Of(Server));
        while (await quiz.IsAtQuestionAsync())
        {
            var (id, kind) = await quiz.QuestionAsync();
            // A picture of each in Ukrainian; in English of those that have words of their own.
            if (language == "uk" || kind is "ordering" or "file")
            {
                await learner.LookAsync($"kinds-{id}");
            }

            if (kind is "ordering" or "cloze")
            {
                // The new tab opens at the first question without an answer.
                await quiz.AnswerAndLoseTheTabAsync();
                continue;
            }

            if (kind != "file")
            {
                await quiz.AnswerWithoutNetworkAsync();
            }

            await quiz.NextAsync();
        }

        await learner.LookAsync("kinds-review");
        await learner.Page.ClickAsync("#finish");
        await Expect(learner.Page.Locator("main .verdict")).ToBeVisibleAsync();
        await learner.LookAsync("kinds-result");
        await AssertAllKeptAsync(quiz);

        await StartAsync(learner);
        await FinishEmptyAsync(learner);
        await Expect(learner.Page.Locator("ol.attempts > li")).ToHaveCountAsync(2);
        await learner.LookAsync("kinds-attempts");
        await learner.OpenAsync(EveryKindCourse.Course);
        await Expect(learner.Page.Locator("ol.outline .meta")).ToContainTextAsync("12");
        await learner.LookAsync("kinds-course");
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task What_is_answered_before_the_script_has_come_is_kept_too()
    {
        await using var learner = await chromium.VisitorAsync(Server, Screen.Phone, "uk");
        var come = new TaskCompletionSource();
        await learner.Page.RouteAsync(
            "**/Quiz.*js",
            async route =>
            {
                await come.Task;
                await route.ContinueAsync();
            }
        );
        await EnterAsync(learner);
        await learner.Page.ClickAsync("form[action*='Start'] button");
        var choice = learner.Page.Locator("fieldset.question[data-reply=choice]").First;
        var text = learner.Page.Locator("fieldset.question[data-reply=text]").First;
        var ordering = learner.Page.Locator("fieldset.question[data-reply=ordering]").First;
        await choice.Locator(".options input").First.CheckAsync();
        await text.Locator("input[type=text]").FillAsync("вісім");
        foreach (var (place, list) in (await ordering.Locator("select").AllAsync()).Index())
        {
            await list.SelectOptionAsync(new SelectOptionValue { Index = place + 1 });
        }

        come.SetResult();
        await QuizOnScreen.ReadyAsync(learner.Page);
        var quiz = new EveryKindOnScreen(learner, Register.Of(Server));
        foreach (var question in new[] { choice, text, ordering })
        {
            await quiz.IsKeptAsync((await question.GetAttributeAsync("data-question"))!);
        }

        learner.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task The_keyboard_alone_is_enough(string language)
    {
        await using var learner = await chromium.VisitorAsync(Server, Screen.Desk, language);
        await EnterAsync(learner);
        var quiz = new EveryKindOnScreen(learner, Register.Of(Server));
        await quiz.PressAtAsync("form[action*='Start'] button", "Enter");
        await QuizOnScreen.ReadyAsync(learner.Page);

        while (await quiz.IsAtQuestionAsync())
        {
            await quiz.GiveByKeysAsync();
            await quiz.PressAtAsync("#step-next", "Enter");
        }

        await quiz.PressAtAsync("#finish", "Enter");
        await Expect(learner.Page.Locator("main .verdict")).ToBeVisibleAsync();
        await AssertAllKeptAsync(quiz);
        learner.Watch.AssertQuiet();
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            Directory.Delete(server.Settings.Data, recursive: true);
        }

        course.Dispose();
    }

    private static async Task EnterAsync(Visitor learner)
    {
        await learner.OpenAsync($"/account/login?from={EveryKindCourse.Quiz}");
        await learner.SignInAsync("specialist");
        await learner.ArriveAsync(EveryKindCourse.Quiz);
    }

    private static async Task StartAsync(Visitor learner)
    {
        await learner.Page.ClickAsync("form[action*='Start'] button");
        await QuizOnScreen.ReadyAsync(learner.Page);
    }

    private static async Task FinishEmptyAsync(Visitor learner)
    {
        while (await learner.Page.Locator("#step-next").IsVisibleAsync())
        {
            await learner.Page.ClickAsync("#step-next");
        }

        await learner.Page.ClickAsync("#finish");
        await Expect(learner.Page.Locator("main .verdict")).ToBeVisibleAsync();
    }

    private static async Task AssertAllKeptAsync(EveryKindOnScreen quiz)
    {
        foreach (var question in EveryKindCourse.Answered)
        {
            await quiz.IsKeptAsync(question);
        }
    }
}
