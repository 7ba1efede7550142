using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Journey;

/// <summary>What the script of a lesson does beside its forms: waiting notes, and paper.</summary>
[Collection(BrowserCollection.Name)]
public sealed class LessonTests(Chromium chromium) : IAsyncLifetime
{
    private const string Lesson = "/courses/k1-basics/forms";
    private ServerProcess? server;

    /// <summary>On the real courses: they have folds of both kinds.</summary>
    public async ValueTask InitializeAsync() =>
        server = await ServerProcess.StartPreparedAsync(
            new ServerSettings { Content = Repository.File("content") }
        );

    [Fact]
    public async Task A_note_written_without_a_network_outlives_the_tab_and_reaches_the_server()
    {
        await using var learner = await EnterAsync("specialist2");
        learner.Watch.Expect("ERR_INTERNET_DISCONNECTED");
        var state = learner.Page.Locator("#note-state");
        await WriteAsync(learner, "Перший рядок. ");
        await Expect(state).ToContainTextAsync("Збережено");

        await learner.Page.Context.SetOfflineAsync(true);
        await WriteAsync(learner, "Другий, без мережі.");
        var waiting = await learner.Page.GetAttributeAsync("#note-form", "data-waiting");
        await Expect(state).ToHaveTextAsync(waiting!);
        await learner.ChangeTabAsync(() => learner.Page.Context.SetOfflineAsync(false));

        await learner.OpenAsync(Lesson);
        const string whole = "Перший рядок. Другий, без мережі.";
        await Expect(learner.Page.Locator("#note")).ToHaveValueAsync(whole);
        await Expect(learner.Page.Locator("#note-state")).ToContainTextAsync("Збережено");

        await using var elsewhere = await EnterAsync("specialist2");
        await Expect(elsewhere.Page.Locator("#note")).ToHaveValueAsync(whole);
        learner.Watch.AssertQuiet();
    }

    [Fact]
    public async Task What_is_typed_before_the_script_has_come_is_kept_too()
    {
        await using var learner = await chromium.VisitorAsync(server!, Screen.Phone, "uk");
        var come = new TaskCompletionSource();
        await learner.Page.RouteAsync(
            "**/Lesson.*js",
            async route =>
            {
                await come.Task;
                await route.ContinueAsync();
            }
        );
        await learner.OpenAsync($"/account/login?from={Lesson}");
        await learner.SignInAsync("author");
        await Expect(learner.Page.Locator("#notes")).ToBeVisibleAsync();
        await WriteAsync(learner, "Поки сторінка вантажилась.");
        come.SetResult();
        await Expect(learner.Page.Locator("#note-state")).ToContainTextAsync("Збережено");
    }

    [Fact]
    public async Task On_paper_every_fold_is_open_but_the_sensitive_ones()
    {
        await using var learner = await EnterAsync("specialist");
        const string open =
            "() => [...document.querySelectorAll('#lesson details')].map((fold) => `${fold.matches('.sensitive > *')} ${fold.open}`)";
        await learner.Page.EvaluateAsync(
            $"() => addEventListener('beforeprint', () => {{ window.onPaper = ({open})(); }})"
        );
        await learner.Page.PdfAsync();

        var onPaper = await learner.Page.EvaluateAsync<string[]>("() => window.onPaper");
        Assert.Equal(["false true", "true false"], onPaper.Distinct().Order());
        var after = await learner.Page.EvaluateAsync<string[]>(open);
        Assert.DoesNotContain("false true", after);
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
            Directory.Delete(server.Settings.Data, recursive: true);
        }
    }

    private async Task<Visitor> EnterAsync(string name)
    {
        var learner = await chromium.VisitorAsync(server!, Screen.Phone, "uk");
        await learner.OpenAsync($"/account/login?from={Lesson}");
        await learner.SignInAsync(name);
        await Expect(learner.Page.Locator("#print")).ToBeVisibleAsync();
        return learner;
    }

    private static async Task WriteAsync(Visitor learner, string words)
    {
        await learner.Page.EvaluateAsync("() => { document.getElementById('notes').open = true; }");
        await learner.Page.Locator("#note").PressSequentiallyAsync(words);
    }
}
