using Lms.Browser.Tests.Start;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Lms.Browser.Tests.Roles;

/// <summary>An author with the file in one window and the draft in another.</summary>
[Collection(BrowserCollection.Name)]
public sealed class AuthorTests(Chromium chromium)
{
    private const string Lesson = "courses/k1-basics/01-three-elements/01-act-means-purpose.md";

    [Fact]
    public async Task A_preview_follows_the_file_and_stays_where_its_reader_was()
    {
        using var content = new ContentCopy();
        var settings = new ServerSettings { Content = content.Folder };
        await using (
            var server = await ServerProcess.StartPreparedAsync(settings, TestContent.Root)
        )
        await using (var author = await chromium.VisitorAsync(server, Screen.Desk, "uk"))
        {
            await author.OpenAsync("/account/login");
            await author.SignInAsync("author");
            await author.ArriveAsync("/learn");
            await author.OpenAsync("/author/k1-basics/preview/act-means-purpose");
            await author.Page.EvaluateAsync("() => scrollTo({ top: 700, behavior: 'instant' })");

            var file = Path.Combine(content.Folder, Lesson);
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                file,
                text.Replace("title: \"", "title: \"Щойно: ", StringComparison.Ordinal)
            );

            await Expect(author.Page.Locator("h1"))
                .ToContainTextAsync("Щойно:", new() { Timeout = 15_000 });
            await author.Page.WaitForFunctionAsync("() => scrollY > 600 && scrollY < 800");

            // The draft is seen by its author alone.
            await author.OpenAsync("/courses/k1-basics/act-means-purpose");
            await Expect(author.Page.Locator("h1")).Not.ToContainTextAsync("Щойно:");

            await author.OpenAsync("/author/k1-basics");
            await author.LookAsync("author-course");
            await author.OpenAsync("/author/k1-basics/preview/three-elements");
            await author.LookAsync("author-preview-quiz");
            author.Watch.AssertQuiet();
        }

        Directory.Delete(settings.Data, recursive: true);
    }
}
