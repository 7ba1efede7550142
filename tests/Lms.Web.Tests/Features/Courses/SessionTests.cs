using System.Net;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>The page of a live session: what it is for everybody, its slides for who leads it.</summary>
public sealed class SessionTests
{
    private const string Talk = "/courses/written/talk";
    private const string Canary = "zzcanaryzz";

    private const string Deck = $$"""
        ---
        title: "Зустріч"
        minutes: 60
        ---

        ## Вітання

        Слова слайда.

        ???

        Нотатка {{Canary}}.

        ---

        ::: check {#c-one}
        Скільки?

        - [x] три {{Canary}}
        - [ ] дві
        :::
        """;

    [Fact]
    public async Task A_participant_reads_what_it_is_and_nothing_of_slides_keys_or_notes()
    {
        await using var host = await StartAsync();
        var learner = await host.SignedInAsync("specialist");

        var page = await learner.OpenAsync(Talk);

        Assert.Equal("Зустріч", page.QuerySelector("h1")!.TextContent);
        Assert.Contains(
            "60",
            page.QuerySelector("main .eyebrow")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Завершення курсу", page.Body!.TextContent, StringComparison.Ordinal);
        foreach (
            var address in new[]
            {
                Talk,
                "/courses/written",
                "/courses",
                "/learn",
                "/courses?q=слайда",
                $"/courses?q={Canary}",
            }
        )
        {
            var body = await learner.GetStringAsync(address);
            Assert.DoesNotContain($"{Canary}.", body, StringComparison.Ordinal);
            Assert.DoesNotContain($"три {Canary}", body, StringComparison.Ordinal);
            Assert.DoesNotContain("Слова слайда", body, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("author")]
    [InlineData("trainer")]
    public async Task Whoever_leads_or_writes_it_reads_the_slides_with_keys_and_notes(string who)
    {
        await using var host = await StartAsync();
        var page = await (await host.SignedInAsync(who)).OpenAsync(Talk);

        Assert.Equal(2, page.QuerySelectorAll("main article").Length);
        Assert.Contains(
            Canary,
            page.QuerySelector("main details")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            Canary,
            page.QuerySelector("main li:has(.tag)")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("manager")]
    [InlineData("admin")]
    [InlineData("specialist2")]
    public async Task Nobody_else_does(string who)
    {
        await using var host = await StartAsync();

        var body = await (await host.SignedInAsync(who)).GetStringAsync(Talk);

        Assert.DoesNotContain(Canary, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trainer_of_another_course_is_a_participant_here()
    {
        await using var host = await StartAsync();
        await using (var db = host.Look())
        {
            var written = await db.Courses.SingleAsync(course => course.Slug == "written");
            db.CourseTrainers.RemoveRange(
                await db.CourseTrainers.Where(one => one.CourseId == written.Id).ToListAsync()
            );
            await db.SaveChangesAsync();
        }

        var body = await (await host.SignedInAsync("trainer")).GetStringAsync(Talk);

        Assert.DoesNotContain(Canary, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_is_completed_without_its_session_and_signing_in_comes_first()
    {
        await using var host = await StartAsync();
        using var visitor = await host.Anonymous().GetAsync(Talk);
        Assert.Equal(HttpStatusCode.Redirect, visitor.StatusCode);
        var learner = await host.SignedInAsync("specialist");

        using var read = await learner.SubmitAsync(
            "/courses/written/first",
            ".lesson-end .actions form[action*=Read]"
        );

        await using var db = host.Look();
        Assert.Equal(1, await db.Completions.CountAsync());
    }

    private static async Task<LmsHost> StartAsync() =>
        await LmsHost.StartAsync(
            TestDatabase.Sqlite,
            await WrittenCourse.BesideAsync(
                ("written/course.md", WrittenCourse.Manifest("Написаний")),
                ("written/01-first.md", WrittenCourse.Lesson("Перший", "Слова.", "minutes: 60")),
                ("written/02-talk.slides.md", Deck)
            )
        );
}
