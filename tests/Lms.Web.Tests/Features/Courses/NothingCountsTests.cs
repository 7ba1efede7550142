using System.Net;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>A course in which nothing counts is read like any other, and promises no completion.</summary>
public sealed class NothingCountsTests
{
    [Fact]
    public async Task It_goes_on_with_what_is_not_read_and_shows_no_progress()
    {
        await using var host = await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await WrittenCourse.BesideAsync(
                ("free/course.md", WrittenCourse.Manifest("Вільний")),
                (
                    "free/01-first.md",
                    WrittenCourse.Lesson("Перший", "Слова.", "minutes: 60\ncompletes: none")
                )
            )
        );
        var learner = await host.SignedInAsync("specialist");

        using var begun = await learner.SubmitAsync("/courses/free", ".next form");

        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        foreach (var address in new[] { "/courses/free", "/learn" })
        {
            var page = await learner.OpenAsync(address);
            Assert.Equal(
                "/courses/free/first",
                page.QuerySelector(".next .button")!.GetAttribute("href")
            );
            Assert.Null(page.QuerySelector(".next progress"));
            Assert.Contains(
                "немає обов’язкових кроків",
                page.QuerySelector(".next")!.TextContent,
                StringComparison.Ordinal
            );
        }
    }
}
