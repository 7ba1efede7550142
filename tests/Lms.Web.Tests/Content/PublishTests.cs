using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Content;

/// <summary>A version is written once; a draft becomes one only when it is sound and says so.</summary>
public sealed class PublishTests
{
    [Fact]
    public async Task The_same_files_published_again_change_nothing()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        Assert.Equal(new PublishAnswer.Unchanged(1), await PublishAsync(host, content));
        await using var db = host.Look();
        Assert.Equal(1, await db.CourseVersions.CountAsync());
    }

    [Fact]
    public async Task Other_bytes_under_the_same_revision_are_refused()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        await AppendAsync(content, "\n\nЩе одне речення.\n");
        Assert.Equal(new PublishAnswer.RevisionMustRise(1), await PublishAsync(host, content));
    }

    [Fact]
    public async Task A_new_revision_keeps_the_ids_of_its_activities_and_what_learners_did()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var learner = new Journey.Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        var before = await learner.CourseAsync();

        await RaiseAsync(content);
        Assert.Equal(new PublishAnswer.Published(2), await PublishAsync(host, content));

        var after = await learner.CourseAsync();
        Assert.Equal(2, after.Number);
        Assert.Equal(
            before.Activities.Select(activity => activity.Id),
            after.Activities.Select(activity => activity.Id)
        );
        var page = await learner.Client.OpenAsync($"/courses/{after.Slug}");
        Assert.Contains("залишилось: 1 тест", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_keep_their_ids_from_version_to_version_and_pages_bear_them()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        var before = await LessonAsync(host);
        await RaiseAsync(content);
        await AppendAsync(content, "\n\nЩе одне речення.\n");

        Assert.Equal(new PublishAnswer.Published(2), await PublishAsync(host, content));

        var after = await LessonAsync(host);
        Assert.Equal(
            before.Lesson!.Blocks.Select(block => block.Id),
            after.Lesson!.Blocks.SkipLast(1).Select(block => block.Id)
        );
        Assert.All(
            after.Lesson!.Blocks,
            block =>
                Assert.Contains($" id=\"{block.Id}\"", after.Body.Value!, StringComparison.Ordinal)
        );
        Assert.DoesNotContain(
            after.Lesson!.Blocks,
            block => block.Id.StartsWith("d-", StringComparison.Ordinal)
        );
        Assert.Equal(
            [after.Lesson!.Blocks[^1].Id],
            LessonBlocks.Changes(before.Lesson!.Blocks, after.Lesson!.Blocks).Added
        );
    }

    [Fact]
    public async Task A_course_with_an_error_is_not_clean_and_the_good_version_stays()
    {
        var content = ContentCopy.Make();
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite, content);
        await RaiseAsync(content);
        await AppendAsync(content, "\n\n[нікуди](no-such-lesson.md)\n");
        var course = Check(host, content);
        Assert.False(course.IsClean);
        var finding = Assert.Single(course.Findings, finding => finding.Severity == Severity.Error);
        Assert.Matches(
            @"^courses/k1-basics/01-three-elements/01-[a-z-]+\.md:\d+:\d+: error ",
            finding.Print("uk")
        );
        Assert.Equal(
            1,
            (await host.Services.GetRequiredService<PublishedCourses>().AllAsync())[0].Number
        );
    }

    private static async Task<PublishedText> LessonAsync(LmsHost host) =>
        (await host.Services.GetRequiredService<PublishedCourses>().AllAsync())[0]
            .Activities[0]
            .Text;

    private static async Task<PublishAnswer> PublishAsync(LmsHost host, string content)
    {
        await using var work = host.Services.WorkAs("a test publishes");
        return await work
            .Services.GetRequiredService<Publish>()
            .RunAsync(Check(host, content).Draft!);
    }

    private static CheckedCourse Check(LmsHost host, string content) =>
        Assert.Single(
            ContentCheck
                .Run(
                    content,
                    Path.Combine(content, "organisation"),
                    DateOnly.FromDateTime(host.Clock.GetUtcNow().UtcDateTime)
                )
                .Courses
        );

    private static async Task RaiseAsync(string content)
    {
        var file = Path.Combine(content, "courses", "k1-basics", "course.md");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(
            file,
            text.Replace("\nrevision: 1\n", "\nrevision: 2\n", StringComparison.Ordinal)
                .Replace(
                    "\nchanges:\n",
                    "\nchanges:\n  - {revision: 2, date: 2026-11-24, kind: minor, summary: \"Уточнення.\"}\n",
                    StringComparison.Ordinal
                )
        );
    }

    private static async Task AppendAsync(string content, string words)
    {
        var lesson = Directory
            .EnumerateFiles(
                Path.Combine(content, "courses"),
                "01-*.md",
                SearchOption.AllDirectories
            )
            .Single();
        await File.AppendAllTextAsync(lesson, words);
    }
}
