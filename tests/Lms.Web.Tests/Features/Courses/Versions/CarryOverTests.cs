using System.Net;
using Lms.Domain.Learning;
using Lms.Web.Content;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses.Versions;

/// <summary>What publishing does to people who are in the course, as they see it.</summary>
public sealed class CarryOverTests
{
    private const string Course = "/courses/k1-basics";
    private const string FirstLesson = "01-three-elements/01-act-means-purpose.md";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_learner_in_progress_moves_and_is_told_once_what_changed(string database)
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await ReadFirstAsync(learner);

        await author.WriteAsync(FirstLesson, text => text + "\n\nНове речення про згоду.\n");
        await author.RaiseAsync(2, "Додано речення.");
        Assert.Equal(new PublishAnswer.Published(2), await author.PublishAsync());

        await using var db = host.Look();
        var moved = await db.EnrolmentVersions.SingleAsync(step => step.Position == 2);
        Assert.Equal((VersionReason.CarriedOver, null), (moved.Reason, moved.ToldAt));
        var page = await learner.Client.OpenAsync(Course);
        var news = page.QuerySelector("section[aria-labelledby='h-news']")!;
        Assert.Contains("Додано речення.", news.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(
            $"{Course}/act-means-purpose",
            news.QuerySelector("li a")!.GetAttribute("href"),
            StringComparison.Ordinal
        );

        using var told = await learner.Client.SubmitAsync(page, Course, "form[action*='Told']");
        Assert.Equal(HttpStatusCode.Redirect, told.StatusCode);
        page = await learner.Client.OpenAsync(Course);
        Assert.Null(page.QuerySelector("[aria-labelledby='h-news']"));
        Assert.Contains(
            "1 з",
            page.QuerySelector(".progress")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task An_open_attempt_keeps_a_learner_until_it_closes(string database)
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database), content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.StartQuizAsync();
        await author.RaiseAsync(2);
        await author.PublishAsync();
        await using var db = host.Look();
        Assert.Equal(1, await db.EnrolmentVersions.CountAsync());

        await learner.SubmitQuizAsync();

        Assert.Equal(2, await db.EnrolmentVersions.CountAsync());
        var attempt = await db.Attempts.SingleAsync();
        var version = await db.CourseVersions.SingleAsync(v => v.Id == attempt.CourseVersionId);
        Assert.Equal(1, version.Number);
    }

    [Fact]
    public async Task A_run_left_for_a_later_one_keeps_nobody()
    {
        var content = await StoryContent.MakeAsync();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var player = new Player(await host.SignedInAsync("specialist"));
        await player.BeginAsync();
        await player.ChooseAsync(0);
        await player.BeginAsync();
        await player.ChooseAsync(1);

        await author.RaiseAsync(2);
        await author.PublishAsync();

        await using var db = host.Look();
        Assert.Equal(2, await db.CaseRuns.CountAsync());
        Assert.Equal(2, await db.EnrolmentVersions.CountAsync());
    }

    [Fact]
    public async Task Work_on_a_lesson_that_is_gone_keeps_a_learner_and_the_lesson_with_them()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await ReadFirstAsync(learner);
        author.Remove(FirstLesson);
        await Relink(author, "01-act-means-purpose.md", "02-consent.md");
        await author.RaiseAsync(2);
        await author.PublishAsync();

        await using var db = host.Look();
        Assert.Equal(1, await db.EnrolmentVersions.CountAsync());
        using var lesson = await learner.Client.GetAsync($"{Course}/act-means-purpose");
        Assert.Equal(HttpStatusCode.OK, lesson.StatusCode);
    }

    [Fact]
    public async Task Whoever_completed_the_course_stays_and_sees_that_there_is_a_newer_version()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        await author.RaiseAsync(2, "Нова редакція закону.", "major");
        await author.PublishAsync();

        await using var db = host.Look();
        Assert.Equal(1, await db.EnrolmentVersions.CountAsync());
        var page = await learner.Client.OpenAsync(Course);
        var news = page.QuerySelector("section[aria-labelledby='h-news']")!.TextContent;
        Assert.Contains("Ваш сертифікат – за версією 1", news, StringComparison.Ordinal);
        Assert.Contains("Нова редакція закону.", news, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_asks_for_nothing_more_completes_at_the_next_look()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var author = new Author(host, content, "k1-basics");
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        author.Remove("01-three-elements/04-three-elements.quiz.md");
        await Relink(author, "04-three-elements.quiz.md", "01-act-means-purpose.md");
        await author.RaiseAsync(2);
        await author.PublishAsync();
        await using var db = host.Look();
        Assert.Equal(0, await db.Completions.CountAsync());
        await learner.Client.OpenAsync(Course);
        Assert.Equal(1, await db.Completions.CountAsync());
        Assert.Equal(1, await db.Certificates.CountAsync());
    }

    private static async Task ReadFirstAsync(Learner learner)
    {
        using var read = await learner.Client.SubmitAsync(
            $"{Course}/act-means-purpose",
            "form[action*='Read']"
        );
        Assert.Equal(HttpStatusCode.Redirect, read.StatusCode);
    }

    /// <summary>Lets the links to a removed file lead to another.</summary>
    private static async Task Relink(Author author, string removed, string other)
    {
        foreach (
            var file in Directory.EnumerateFiles(author.Folder, "*.md", SearchOption.AllDirectories)
        )
        {
            var text = await File.ReadAllTextAsync(file);
            await File.WriteAllTextAsync(
                file,
                text.Replace(removed, other, StringComparison.Ordinal)
            );
        }
    }
}
