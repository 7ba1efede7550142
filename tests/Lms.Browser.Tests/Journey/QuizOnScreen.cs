using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>The quiz as a learner with a script has it before them: one question at a time.</summary>
public sealed class QuizOnScreen(Visitor visitor, Register register, string email)
{
    private readonly TakenPaper paper = register.LastPaper(email);

    private IPage Page => visitor.Page;

    private ILocator Shown => Page.Locator("fieldset.question:not([hidden])");

    /// <summary>The attempt is on the screen, and the script has taken it over.</summary>
    public static async Task ReadyAsync(IPage page)
    {
        await Expect(page.Locator("#save-all")).ToBeHiddenAsync();
        await Expect(page.Locator("fieldset.question:not([hidden]), #review:not([hidden])"))
            .ToHaveCountAsync(1);
    }

    public async Task<bool> IsAtQuestionAsync() => await Shown.CountAsync() == 1;

    /// <summary>Chooses what is right in the question shown, and waits until the server has it.</summary>
    public async Task AnswerAsync()
    {
        var question = await ChooseAsync();
        await KeptAsync(question);
        await Expect(State).ToHaveAttributeAsync("data-state", "saved");
    }

    /// <summary>The same while the network is away: it waits, says so, and goes through afterwards.</summary>
    public async Task AnswerWithoutNetworkAsync()
    {
        await Page.Context.SetOfflineAsync(true);
        var question = await ChooseAsync();
        await WaitsAsync(question);
        await Page.Context.SetOfflineAsync(false);
        await KeptAsync(question);
        await Expect(State).ToHaveAttributeAsync("data-state", "saved");
    }

    /// <summary>The tab is closed before the network is back: the device keeps the answer.</summary>
    public async Task AnswerAndLoseTheTabAsync()
    {
        var context = Page.Context;
        var address = Page.Url.Split('#')[0];
        await context.SetOfflineAsync(true);
        var question = await ChooseAsync();
        await WaitsAsync(question);
        await visitor.ChangeTabAsync(() => context.SetOfflineAsync(false));
        await visitor.OpenAsync(address);
        await ReadyAsync(Page);
        await KeptAsync(question);
        await AssertShownAsync(question);
    }

    public async Task ReloadAsync()
    {
        await Page.ReloadAsync();
        await ReadyAsync(Page);
    }

    public async Task NextAsync() => await Page.ClickAsync("#step-next");

    public async Task AssertAnsweredAsync(int count)
    {
        await Expect(Page.Locator("#answered")).ToHaveJSPropertyAsync("value", count);
        foreach (var answered in register.Answers().Where(a => a.Attempt == paper.Attempt))
        {
            await AssertShownAsync(paper.Find(answered.Question));
        }
    }

    private ILocator State => Page.Locator("#save-state");

    private async Task<TakenQuestion> ChooseAsync()
    {
        var question = paper.Find((await Shown.GetAttributeAsync("data-question"))!);
        foreach (var option in question.Right)
        {
            await Shown.Locator($"label.option:has(input[value='{option}'])").ClickAsync();
        }

        return question;
    }

    private async Task WaitsAsync(TakenQuestion question)
    {
        await Expect(State).ToHaveAttributeAsync("data-state", "waiting");
        await Expect(Page.Locator("#save-words")).ToContainTextAsync("1");
        Assert.DoesNotContain(register.Answers(), answer => IsTo(question, answer));
    }

    private Task KeptAsync(TakenQuestion question) =>
        Soon.HappensAsync(
            $"the answer to {question.Id} on the server",
            () =>
                register.Answers().LastOrDefault(answer => IsTo(question, answer)) is { } last
                && last.Values.ToHashSet().SetEquals(question.Right)
        );

    private async Task AssertShownAsync(TakenQuestion question)
    {
        var chosen = await Page.Locator($"fieldset[data-question='{question.Id}'] input:checked")
            .EvaluateAllAsync<string[]>("inputs => inputs.map(input => input.value)");
        Assert.Equal(question.Right.Order(), chosen.Order());
    }

    private bool IsTo(TakenQuestion question, KeptAnswer answer) =>
        answer.Attempt == paper.Attempt && answer.Question == question.Id;
}
