using Lms.Browser.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>The pages and states beside the main way.</summary>
[Collection(BrowserCollection.Name)]
public sealed class PageTests(Chromium chromium, DemoServer demo)
{
    private readonly ServerProcess server = demo.Process;

    [Fact]
    public async Task A_look_objects_to_a_picture_without_words()
    {
        await using var visitor = await chromium.VisitorAsync(server, Screen.Phone, "uk");
        await visitor.OpenAsync("/help");
        await visitor.Page.EvaluateAsync("() => document.body.append(new Image())");
        var found = await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(() =>
            visitor.LookAsync("faulty")
        );
        Assert.Contains("image-alt", found.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk")]
    [InlineData("en")]
    public async Task A_visitor_finds_help_the_public_check_and_words_when_something_is_wrong(
        string language
    )
    {
        await using var visitor = await chromium.VisitorAsync(server, Screen.Phone, language);
        visitor.Watch.Expect("status of 404");
        visitor.Watch.Expect("status of 422");

        await visitor.OpenAsync("/help");
        await visitor.LookAsync("help");
        await visitor.OpenAsync("/verify");
        await visitor.LookAsync("verify-form");
        await visitor.Page.FillAsync("#code", "not a code");
        await visitor.Page.ClickAsync("main form button");
        await Expect(visitor.Page.Locator(".error-summary")).ToBeVisibleAsync();
        await visitor.LookAsync("verify-fault");
        await visitor.OpenAsync("/verify/00000000000000000000000000");
        await visitor.LookAsync("verify-unknown");
        await visitor.OpenAsync("/account/login");
        await visitor.SignInAsync("specialist", "");
        await Expect(visitor.Page.Locator("#password-error")).ToBeVisibleAsync();
        await visitor.LookAsync("sign-in-missing");
        await visitor.OpenAsync("/courses/nothing");
        await visitor.LookAsync("not-found");
        visitor.Watch.AssertQuiet();
    }

    [Theory]
    [InlineData("uk", "trainer")]
    [InlineData("en", "author")]
    public async Task A_learner_who_finishes_without_answers_is_told_kindly_and_may_try_again(
        string language,
        string name
    )
    {
        await using var learner = await chromium.VisitorAsync(server, Screen.Phone, language);
        await learner.OpenAsync("/account/login");
        await learner.SignInAsync(name);
        await learner.ArriveAsync("/learn");
        await learner.LookAsync("learn-empty");
        await learner.OpenAsync("/certificates");
        await learner.LookAsync("certificates-empty");
        await learner.OpenAsync("/account/logout");
        await learner.LookAsync("sign-out");

        await learner.OpenAsync("/courses/k1-basics/three-elements");
        await learner.Page.ClickAsync("form[action*='Start'] button");
        await QuizOnScreen.ReadyAsync(learner.Page);
        while (await learner.Page.Locator("#step-next").IsVisibleAsync())
        {
            await learner.Page.ClickAsync("#step-next");
        }

        await learner.Page.ClickAsync("#finish");
        await Expect(learner.Page.Locator(".verdict.warm")).ToBeVisibleAsync();
        await Expect(learner.Page.Locator("form[action*='Start'] button")).ToBeVisibleAsync();
        await learner.LookAsync("quiz-failed");
        await learner.OpenAsync("/learn");
        await learner.LookAsync("learn-going-on");
        learner.Watch.AssertQuiet();
    }
}
