using System.Net;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>Courses as their course.md asks for them, from the files to the pages.</summary>
public sealed class CourseKindTests
{
    private const string Course = "/courses/written";
    private const string Read = ".lesson-end .actions form[action*=Read]";

    [Fact]
    public async Task In_a_sequential_course_a_closed_lesson_says_what_comes_first()
    {
        await using var host = await StartAsync("order: sequential");
        var learner = await host.SignedInAsync("specialist");

        var closed = await learner.OpenAsync($"{Course}/second");
        Assert.DoesNotContain("Друга частина", Words(closed), StringComparison.Ordinal);
        Assert.Contains("відкриваються по черзі", Words(closed), StringComparison.Ordinal);
        Assert.NotNull(closed.QuerySelector($"main a[href='{Course}/first']"));
        Assert.Contains(
            "відкриваються по черзі",
            Words(await learner.OpenAsync(Course)),
            StringComparison.Ordinal
        );

        using var read = await learner.SubmitAsync($"{Course}/first", Read);

        Assert.Contains(
            "Друга частина",
            Words(await learner.OpenAsync($"{Course}/second")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_course_opens_when_the_courses_before_it_are_completed()
    {
        await using var host = await StartAsync(
            "",
            ("later/course.md", WrittenCourse.Manifest("Далі", "prerequisites: [written]")),
            ("later/01-only.md", WrittenCourse.Lesson("Єдиний", "Слова далі."))
        );
        var learner = await host.SignedInAsync("specialist");

        var closed = await learner.OpenAsync("/courses/later/only");
        var course = await learner.OpenAsync("/courses/later");
        Assert.DoesNotContain("Слова далі", Words(closed), StringComparison.Ordinal);
        Assert.NotNull(closed.QuerySelector($"main a[href='{Course}']"));
        Assert.NotNull(course.QuerySelector($".next a[href='{Course}']"));
        Assert.Null(course.QuerySelector("form[action*=Start]"));

        foreach (var lesson in new[] { "first", "second" })
        {
            using var read = await learner.SubmitAsync($"{Course}/{lesson}", Read);
        }

        Assert.Contains(
            "Слова далі",
            Words(await learner.OpenAsync("/courses/later/only")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_a_private_course_a_manager_sees_neither_the_course_nor_its_results()
    {
        await using var host = await StartAsync("private: true");
        var manager = await host.SignedInAsync("manager");
        var learner = await host.SignedInAsync("specialist");
        var before = await PeopleAsync(manager);

        foreach (var lesson in new[] { "first", "second" })
        {
            using var read = await learner.SubmitAsync($"{Course}/{lesson}", Read);
        }

        await using (var db = host.Look())
        {
            Assert.Equal(1, await db.Completions.CountAsync());
        }

        Assert.Equal(before, await PeopleAsync(manager));
        Assert.Null((await manager.OpenAsync("/courses")).QuerySelector($"a[href='{Course}']"));
        Assert.Null(
            (await manager.OpenAsync("/courses?q=Написаний")).QuerySelector($"a[href^='{Course}']")
        );
        Assert.NotNull((await learner.OpenAsync("/courses")).QuerySelector($"a[href='{Course}']"));
        foreach (var address in new[] { Course, $"{Course}/first" })
        {
            using var known = await manager.GetAsync(address);
            using var unknown = await host.Anonymous().GetAsync(address);
            Assert.Equal(HttpStatusCode.NotFound, known.StatusCode);
            Assert.Equal(HttpStatusCode.Redirect, unknown.StatusCode);
        }
    }

    [Fact]
    public async Task A_public_course_is_read_without_an_account_and_nothing_more()
    {
        await using var host = await StartAsync(
            "access: public",
            (
                "written/03-check.quiz.md",
                WrittenCourse.Lesson("Тест", "## Так? {#q-yes}\n\n- [x] Так\n- [ ] Ні")
            )
        );
        var visitor = host.Anonymous();

        var lesson = await visitor.OpenAsync($"{Course}/first");
        using var quiz = await visitor.GetAsync($"{Course}/check");
        using var members = await visitor.GetAsync("/courses/k1-basics/consent");

        Assert.Contains("Перша частина", Words(lesson), StringComparison.Ordinal);
        Assert.Empty(lesson.QuerySelectorAll("main form"));
        Assert.NotNull(lesson.QuerySelector("main a[href^='/account/login']"));
        Assert.Equal(
            (HttpStatusCode.Redirect, HttpStatusCode.Redirect),
            (quiz.StatusCode, members.StatusCode)
        );
    }

    [Fact]
    public async Task A_lesson_to_be_acknowledged_has_a_button_that_says_so_and_is_recorded_as_read()
    {
        await using var host = await StartAsync(
            "",
            (
                "written/02-second.md",
                WrittenCourse.Lesson("Правила", "Правило.", "minutes: 30\ncompletes: acknowledge")
            )
        );
        var learner = await host.SignedInAsync("specialist", "en");
        var page = await learner.OpenAsync($"{Course}/second");
        Assert.Contains(
            "I have read this and will follow it",
            page.QuerySelector($"{Read} button")!.TextContent,
            StringComparison.Ordinal
        );

        foreach (var lesson in new[] { "first", "second" })
        {
            using var read = await learner.SubmitAsync($"{Course}/{lesson}", Read);
        }

        await using var db = host.Look();
        Assert.Equal(2, await db.LessonProgress.CountAsync());
        Assert.Equal(1, await db.Completions.CountAsync());
    }

    private static async Task<LmsHost> StartAsync(
        string keys,
        params (string Path, string Text)[] more
    ) =>
        await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await WrittenCourse.BesideAsync([
                ("written/course.md", WrittenCourse.Manifest("Написаний", keys)),
                ("written/01-first.md", WrittenCourse.Lesson("Перший", "Перша частина.")),
                ("written/02-second.md", WrittenCourse.Lesson("Другий", "Друга частина.")),
                .. more,
            ])
        );

    private static async Task<string> PeopleAsync(HttpClient manager) =>
        (await manager.OpenAsync("/manage/people")).QuerySelector("main table")!.TextContent;

    private static string Words(AngleSharp.Html.Dom.IHtmlDocument page) =>
        page.QuerySelector("main")!.TextContent;
}
