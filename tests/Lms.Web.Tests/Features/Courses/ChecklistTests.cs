using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Dom;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The checklists of a lesson, kept for each learner alone.</summary>
public sealed class ChecklistTests
{
    private const string Lesson = "/courses/k1-basics/act-means-purpose";
    private const string File = "01-three-elements/01-act-means-purpose.md";
    private const string Boxes = "ul.checklist input";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Ticks_of_a_plain_form_are_kept_for_their_learner_alone(string database)
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Named(database),
            await ContentAsync("- один\n- два\n- три")
        );
        var learner = await host.SignedInAsync("specialist");

        using var answer = await TickAsync(learner, 0, 2);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["один", "три"], await TickedAsync(learner));
        Assert.Equal([], await TickedAsync(await host.SignedInAsync("specialist2")));
        Assert.Equal([], await TickedAsync(await host.SignedInAsync("manager")));

        using var taken = await TickAsync(learner, 2);
        Assert.Equal(["три"], await TickedAsync(learner));
    }

    [Fact]
    public async Task The_script_keeps_one_tick_at_a_time()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await ContentAsync("- один\n- два")
        );
        var learner = await host.SignedInAsync("specialist");
        var page = await learner.OpenAsync(Lesson);
        var lesson = page.QuerySelector("#lesson")!.GetAttribute("data-lesson");
        var entry = Uri.EscapeDataString(ValuesOf(page)[1]);

        using var kept = await learner.PutAsJsonAsync(
            $"/api/v1/lessons/{lesson}/ticks/{entry}",
            new { isTicked = true }
        );

        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);
        Assert.Equal(["два"], await TickedAsync(learner));
    }

    [Fact]
    public async Task A_tick_stays_with_its_words_in_the_next_version()
    {
        var content = await ContentAsync("- один\n- два");
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var learner = await host.SignedInAsync("specialist");
        using var kept = await TickAsync(learner, 1);
        var author = new Author(host, content, "k1-basics");

        await author.WriteAsync(
            File,
            text => text.Replace("- один\n- два", "- нуль\n- два\n- один")
        );
        var revision = author.Check().Draft!.Revision;
        await author.RaiseAsync(revision + 1);
        await author.PublishAsync();

        Assert.Equal(["два"], await TickedAsync(learner));
    }

    [Fact]
    public async Task Who_has_no_account_cannot_tick()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await ContentAsync("- один")
        );
        var entry = ValuesOf(await (await host.SignedInAsync("specialist")).OpenAsync(Lesson))[0];
        var visitor = host.Anonymous();

        using var tick = await visitor.PutAsJsonAsync(
            $"/api/v1/lessons/{Guid.CreateVersion7()}/ticks/{Uri.EscapeDataString(entry)}",
            new { isTicked = true }
        );

        Assert.Equal(HttpStatusCode.Unauthorized, tick.StatusCode);
    }

    private static async Task<string> ContentAsync(string entries)
    {
        var folder = ContentCopy.Make();
        var file = Path.Combine(folder, "courses", "k1-basics", File);
        await System.IO.File.AppendAllTextAsync(
            file,
            $"\n\n::: checklist {{#prep-list}}\n{entries}\n:::\n"
        );
        return folder;
    }

    private static async Task<HttpResponseMessage> TickAsync(HttpClient learner, params int[] boxes)
    {
        var page = await learner.OpenAsync(Lesson);
        var values = ValuesOf(page);
        return await learner.SubmitAsync(
            page,
            Lesson,
            "#ticks",
            [.. boxes.Select(box => ("ticked", values[box]))]
        );
    }

    private static List<string> ValuesOf(IHtmlDocument page) =>
        [.. page.QuerySelectorAll(Boxes).Cast<IHtmlInputElement>().Select(box => box.Value)];

    private static async Task<IEnumerable<string>> TickedAsync(HttpClient reader) =>
        (await reader.OpenAsync(Lesson))
            .QuerySelectorAll(Boxes)
            .Cast<IHtmlInputElement>()
            .Where(box => box is { IsChecked: true, IsDisabled: false })
            .Select(box => box.ParentElement!.TextContent.Trim());
}
