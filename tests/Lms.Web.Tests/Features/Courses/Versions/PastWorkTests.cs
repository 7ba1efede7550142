using System.Net;
using Lms.Web.Content;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses.Versions;

/// <summary>What a learner did stays readable when the version they moved to has it no more.</summary>
public sealed class PastWorkTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_attempt_opens_on_its_own_version_after_its_quiz_has_gone(string database)
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync(rightly: false);
        var address = await learner.QuizAddressAsync();
        author.Remove("01-three-elements/04-three-elements.quiz.md");
        await RelinkAsync(author, "04-three-elements.quiz.md", "01-act-means-purpose.md");
        await author.RaiseAsync(2);
        Assert.Equal(new PublishAnswer.Published(2), await author.PublishAsync());

        await using var db = host.Look();
        Assert.Equal(2, await db.EnrolmentVersions.CountAsync());
        foreach (var open in new[] { address, $"{address}?attempt=1" })
        {
            using var answer = await learner.Client.GetAsync(open);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.ReadAsync();
            Assert.NotNull(page.QuerySelector(".verdict"));
            Assert.Null(page.QuerySelector("form[action*='Start']"));
            Assert.Contains("вже немає", page.Body!.TextContent, StringComparison.Ordinal);
        }

        using var unknown = await learner.Client.GetAsync($"{address}?attempt=2");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        var other = await host.SignedInAsync("specialist2");
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task The_end_of_a_run_moves_its_learner_at_once()
    {
        var content = await StoryContent.MakeAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        await author.RaiseAsync(2);
        await author.PublishAsync();
        await using var db = host.Look();
        var page = await player.OpenAsync();
        Assert.Equal(1, await db.EnrolmentVersions.CountAsync());

        await player.PressAsync(page, 1);

        Assert.Equal(2, await db.EnrolmentVersions.CountAsync());
    }

    [Fact]
    public async Task A_run_that_was_stopped_can_be_read_after_its_case_has_gone()
    {
        var content = await StoryContent.MakeAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        author.Remove("90-story.case.md");
        await author.RaiseAsync(2);
        await author.PublishAsync();
        await player.ChooseAsync(2);

        await using var db = host.Look();
        Assert.Equal(2, await db.EnrolmentVersions.CountAsync());
        var page = await player.OpenAsync();
        var words = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Тут варто зупинитися", words, StringComparison.Ordinal);
        Assert.Contains("вже немає", words, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action*='Begin']"));
    }

    /// <summary>Lets the links to a removed file lead to another.</summary>
    private static async Task RelinkAsync(Author author, string removed, string other)
    {
        var files = Directory.EnumerateFiles(author.Folder, "*.md", SearchOption.AllDirectories);
        foreach (var file in files)
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                file,
                text.Replace(removed, other, StringComparison.Ordinal)
            );
        }
    }
}
