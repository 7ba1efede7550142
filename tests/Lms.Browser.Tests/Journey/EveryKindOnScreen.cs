using Lms.Browser.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>A question of any kind on the screen, answered by hand or by keys alone.</summary>
internal sealed class EveryKindOnScreen(Visitor visitor, Register register)
{
    private const string InQuestion = "fieldset.question:not([hidden]) .reply";
    private const int MostTabs = 60;

    private IPage Page => visitor.Page;

    private ILocator Shown => Page.Locator("fieldset.question:not([hidden])");

    private ILocator State => Page.Locator("#save-state");

    public async Task<bool> IsAtQuestionAsync() => await Shown.CountAsync() == 1;

    public async Task<(string Id, string Kind)> QuestionAsync() =>
        (
            (await Shown.GetAttributeAsync("data-question"))!,
            (await Shown.GetAttributeAsync("data-reply"))!
        );

    public Task NextAsync() => Page.ClickAsync("#step-next");

    /// <summary>The network is away: it waits and says so; then it is back, and the answer is there.</summary>
    public async Task AnswerWithoutNetworkAsync()
    {
        await WaitsAsync();
        var (id, _) = await QuestionAsync();
        await Page.Context.SetOfflineAsync(false);
        await Expect(State).ToHaveAttributeAsync("data-state", "saved");
        await IsKeptAsync(id);
    }

    /// <summary>The tab is killed before the network is back.</summary>
    public async Task AnswerAndLoseTheTabAsync()
    {
        var (context, address) = (Page.Context, Page.Url.Split('#')[0]);
        await WaitsAsync();
        var (id, _) = await QuestionAsync();
        await visitor.ChangeTabAsync(() => context.SetOfflineAsync(false));
        await visitor.OpenAsync(address);
        await QuizOnScreen.ReadyAsync(Page);
        await IsKeptAsync(id);
        await Expect(State).ToHaveAttributeAsync("data-state", "saved");
    }

    public async Task GiveByKeysAsync()
    {
        var (_, kind) = await QuestionAsync();
        switch (kind)
        {
            case "choice" or "scale":
                await PressAtAsync($"{InQuestion} input", "Space");
                break;
            case "text" or "number" or "essay":
                await TabToAsync($"{InQuestion} :is(input, textarea)");
                await Page.Keyboard.TypeAsync(Words(kind));
                break;
            case "ordering":
                await PressAtAsync($"{InQuestion} .move:not([aria-disabled=true])", "Enter");
                break;
            case "matching" or "cloze":
                await FillPartsByKeysAsync();
                break;
        }
    }

    public async Task PressAtAsync(string selector, string key)
    {
        await TabToAsync(selector);
        await Page.Keyboard.PressAsync(key);
    }

    public Task IsKeptAsync(string question) =>
        Soon.HappensAsync(
            $"the answer to {question} on the server",
            () =>
                register.Answers().LastOrDefault(answer => answer.Question == question)
                    is { Values.Length: > 0 }
        );

    private async Task WaitsAsync()
    {
        var (id, _) = await QuestionAsync();
        await Page.Context.SetOfflineAsync(true);
        await GiveAsync();
        await Expect(State).ToHaveAttributeAsync("data-state", "waiting");
        Assert.DoesNotContain(register.Answers(), answer => answer.Question == id);
    }

    private async Task GiveAsync()
    {
        var (_, kind) = await QuestionAsync();
        switch (kind)
        {
            case "choice":
                await Shown.Locator(".options label.option").First.ClickAsync();
                break;
            case "scale":
                await Shown.Locator(".scale label.option").Last.ClickAsync();
                break;
            case "text" or "number" or "essay":
                await Shown.Locator(".reply :is(input, textarea)").FillAsync(Words(kind));
                break;
            case "ordering":
                await Shown.Locator(".move").Nth(1).ClickAsync();
                break;
            case "matching" or "cloze":
                foreach (var part in await Shown.Locator("select[data-part]").AllAsync())
                {
                    await part.SelectOptionAsync(new SelectOptionValue { Index = 1 });
                }

                foreach (var part in await Shown.Locator("input[data-part]").AllAsync())
                {
                    await part.FillAsync("засіб");
                }

                break;
        }
    }

    private async Task FillPartsByKeysAsync()
    {
        foreach (var part in await Shown.Locator("[data-part]").AllAsync())
        {
            var id = await part.GetAttributeAsync("id");
            await TabToAsync($"[id='{id}']");
            if (await part.EvaluateAsync<bool>("part => part instanceof HTMLSelectElement"))
            {
                await Page.Keyboard.PressAsync("ArrowDown");
            }
            else
            {
                await Page.Keyboard.TypeAsync("засіб");
            }
        }
    }

    private async Task TabToAsync(string selector)
    {
        for (var pressed = 0; pressed < MostTabs; pressed++)
        {
            if (
                await Page.EvaluateAsync<bool>(
                    "selector => document.activeElement?.matches(selector) ?? false",
                    selector
                )
            )
            {
                return;
            }

            await Page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached by Tab.");
    }

    private static string Words(string kind) =>
        kind switch
        {
            "number" => "18",
            "essay" => "Спершу подбати про безпеку людини, потім спитати її згоду.",
            _ => "гідності",
        };
}
