using System.Net;
using System.Net.Http.Json;
using Lms.Domain.Courses;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>What a learner keeps beside a lesson, and what opens it.</summary>
public sealed class LessonTests
{
    private const string Lesson = "/courses/k1-basics/act-means-purpose";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_note_of_a_plain_form_is_kept_for_its_writer_alone(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var writer = await host.SignedInAsync("specialist");

        using var answer = await writer.SubmitAsync(
            Lesson,
            "#note-form",
            ("note", "Запитати про об’єднання засобів")
        );

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Запитати про об’єднання засобів", await NoteAsync(writer));
        Assert.Equal("", await NoteAsync(await host.SignedInAsync("specialist2")));
        Assert.Equal("", await NoteAsync(await host.SignedInAsync("manager")));
    }

    [Fact]
    public async Task Two_devices_that_write_at_once_lose_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var writer = await host.SignedInAsync("specialist");
        var lesson = await LessonIdAsync(host);

        var first = await KeepAsync(writer, lesson, "з телефона", 0);
        var second = await KeepAsync(writer, lesson, "з комп’ютера", 0);
        var again = await KeepAsync(writer, lesson, "з комп’ютера, далі", second.Revision);

        Assert.Null(first.Text);
        Assert.Equal("з телефона\n\nз комп’ютера", second.Text);
        Assert.Null(again.Text);
        Assert.Equal("з комп’ютера, далі", await NoteAsync(writer));
    }

    [Fact]
    public async Task Two_texts_too_long_together_lose_nothing()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var writer = await host.SignedInAsync("specialist");
        var lesson = await LessonIdAsync(host);
        await KeepAsync(writer, lesson, "початок", 0);

        using var answer = await writer.PutAsJsonAsync(
            $"/api/v1/lessons/{lesson}/note",
            new { text = new string('я', 9_999), revision = 0 }
        );

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("початок", await NoteAsync(writer));
    }

    [Fact]
    public async Task Two_people_at_one_device_have_notes_of_their_own_waiting()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);

        var first = await KeyAsync(await host.SignedInAsync("specialist"));
        var second = await KeyAsync(await host.SignedInAsync("specialist2"));

        Assert.NotEmpty(first!);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task A_note_past_its_length_or_beside_no_lesson_is_refused()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var writer = await host.SignedInAsync("specialist");
        var lesson = await LessonIdAsync(host);
        var quiz = await LessonIdAsync(host, "three-elements");

        foreach (var (id, text) in new[] { (lesson, new string('я', 10_001)), (quiz, "а") })
        {
            using var answer = await writer.PutAsJsonAsync(
                $"/api/v1/lessons/{id}/note",
                new { text, revision = 0 }
            );
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_course_goes_on_where_the_learner_was_until_that_is_done()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var learner = await host.SignedInAsync("specialist");
        using var begun = await learner.SubmitAsync("/courses/k1-basics", ".next form");
        var consent = await LessonIdAsync(host, "consent");
        using var kept = await learner.PutAsJsonAsync(
            $"/api/v1/lessons/{consent}/place",
            new { block = "b-12" }
        );
        Assert.Equal(HttpStatusCode.NoContent, kept.StatusCode);

        Assert.Equal("/courses/k1-basics/consent#b-12", await NextAsync(learner));
        Assert.Equal("/courses/k1-basics/consent#b-12", await NextAsync(learner, "/learn"));

        using var read = await learner.SubmitAsync(
            "/courses/k1-basics/consent",
            ".lesson-end .actions form[action*=Read]"
        );
        Assert.Equal(Lesson, await NextAsync(learner));
    }

    [Fact]
    public async Task Neutral_words_alone_stand_on_the_page_that_one_steps_away_to()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var page = await (await host.SignedInAsync("specialist")).OpenAsync("/away");

        Assert.Equal("23 листопада 2026", page.QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("курс", page.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string?> NextAsync(
        HttpClient learner,
        string address = "/courses/k1-basics"
    ) => (await learner.OpenAsync(address)).QuerySelector(".next .button")!.GetAttribute("href");

    private static async Task<string> NoteAsync(HttpClient reader) =>
        (await reader.OpenAsync(Lesson)).QuerySelector("#note")!.TextContent;

    private static async Task<string?> KeyAsync(HttpClient reader) =>
        (await reader.OpenAsync(Lesson)).QuerySelector("#note-form")!.GetAttribute("data-key");

    private static async Task<Kept> KeepAsync(
        HttpClient writer,
        Guid lesson,
        string text,
        int revision
    )
    {
        using var answer = await writer.PutAsJsonAsync(
            $"/api/v1/lessons/{lesson}/note",
            new { text, revision }
        );
        return (await answer.Content.ReadFromJsonAsync<Kept>())!;
    }

    private static async Task<Guid> LessonIdAsync(LmsHost host, string slug = "act-means-purpose")
    {
        await using var db = host.Look();
        var activity = await db.Activities.SingleAsync(one =>
            one.Slug == slug && db.Courses.Any(c => c.Id == one.CourseId && c.Slug == "k1-basics")
        );
        return activity.Id.Value;
    }

    private sealed record Kept(int Revision, string? Text);
}
