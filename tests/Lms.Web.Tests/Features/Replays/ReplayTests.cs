using System.Net;
using System.Net.Http.Headers;
using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Replays;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Replays;

public sealed class ReplayTests
{
    [Fact]
    public async Task It_shows_what_was_said_while_it_was_recorded_and_nothing_of_the_rest()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var client = await host.SignedInAsync("specialist");

        var page = await client.OpenAsync(held.Replay);
        var text = page.QuerySelector("#replay-script")!.TextContent;

        foreach (
            var said in (string[])
                [
                    "Добрий день",
                    "вітаю всіх",
                    "Хто приймає заяву?",
                    "Звірити номери",
                    "Згода не має: 1 (правильно)",
                ]
        )
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        foreach (
            var hidden in (string[])
                [
                    "до запису",
                    "у вирізаному",
                    "для тренерів",
                    "прибрано",
                    "поза записом",
                    "Ще не читали",
                ]
        )
        {
            Assert.DoesNotContain(hidden, text, StringComparison.Ordinal);
        }

        Assert.Contains("Вирізано: 20:00–22:00.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Оксана Д.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Дем’янчук", text, StringComparison.Ordinal);
        Assert.Equal(
            ["До початку", "Вітаємо", "Перевіримо себе", "Дякуємо"],
            page.QuerySelectorAll("#replay-chapters a span").Select(one => one.TextContent)
        );
        Assert.Contains(
            "для тренерів",
            (await (await host.SignedInAsync("trainer")).OpenAsync(held.Replay)).Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_words_alone_it_weighs_a_few_kilobytes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var client = await host.SignedInAsync("specialist");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{held.Replay}?text");
        request.Headers.AcceptEncoding.Add(new("br"));
        using var answer = await client.SendAsync(request);

        var bytes = await answer.Content.ReadAsByteArrayAsync();
        Assert.InRange(bytes.Length, 500, 8_000);
        var page = await client.OpenAsync($"{held.Replay}?text");
        Assert.Null(page.QuerySelector("#player"));
        Assert.Null(page.QuerySelector("#replay-script article"));
        Assert.Contains("вітаю всіх", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_had_no_seat_does_not_find_it_and_neither_does_a_manager()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        foreach (var name in (string[])["specialist2", "manager", "admin", "author"])
        {
            var client = await host.SignedInAsync(name);
            foreach (
                var address in (string[])
                    [held.Replay, $"{held.Replay}/voice.webm", $"{held.Replay}/questions?block=0"]
            )
            {
                using var answer = await client.GetAsync(address);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Captions_are_given_as_a_file_without_what_is_not_shown()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var client = await host.SignedInAsync("specialist");
        using var answer = await client.GetAsync($"{held.Replay}/captions.vtt");

        Assert.Equal("text/vtt", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            """
            WEBVTT

            00:03:06.000 --> 00:03:08.000
            Добрий день

            00:19:58.125 --> 00:20:00.000
            перед вирізаним &lt;b&gt; --&gt; &amp; далі

            """,
            await answer.Content.ReadAsStringAsync()
        );
        var page = await client.OpenAsync(held.Replay);
        Assert.NotNull(page.QuerySelector("a[download][href$='/captions.vtt']"));
        foreach (var name in (string[])["specialist2", "manager", "admin"])
        {
            using var none = await (await host.SignedInAsync(name)).GetAsync(
                $"{held.Replay}/captions.vtt"
            );
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }
    }

    [Fact]
    public async Task Whoever_chose_to_be_named_in_full_is()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, isNamedInFull: true);
        var page = await (await host.SignedInAsync("trainer")).OpenAsync(held.Replay);
        Assert.Contains("Оксана Дем’янчук", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_of_a_file_is_given_to_those_who_may_and_other_files_are_none()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host);
        var files = host.Services.GetRequiredService<RecordingFiles>();
        Directory.CreateDirectory(files.Folder(held.Id));
        await File.WriteAllBytesAsync(
            Path.Combine(files.Folder(held.Id), "voice.webm"),
            [.. Enumerable.Range(0, 100).Select(one => (byte)one)]
        );
        await File.WriteAllTextAsync(Path.Combine(files.Folder(held.Id), "secret.webm"), "x");
        var client = await host.SignedInAsync("specialist");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{held.Replay}/voice.webm");
        request.Headers.Range = new RangeHeaderValue(10, 19);

        using var part = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        var bytes = await part.Content.ReadAsByteArrayAsync();
        Assert.Equal(Enumerable.Range(10, 10).Select(one => (byte)one), bytes);
        Assert.True(part.Headers.CacheControl!.NoStore);
        foreach (var other in (string[])["secret", "screen", "..%2Fvoice"])
        {
            using var none = await client.GetAsync($"{held.Replay}/{other}.webm");
            Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        }

        var page = await client.OpenAsync(held.Replay);
        Assert.NotNull(page.QuerySelector("audio#voice"));
        Assert.Null(page.QuerySelector("video"));
    }

    private static async Task<HeldSession> HeldAsync(LmsHost host, bool isNamedInFull = false)
    {
        var held = await HeldSession.OfCourseAsync(host);
        var (trainer, person) = (held.Trainer, await host.PersonAsync("specialist"));
        held.Says(
            0,
            person,
            new RoomEvent.Entered(person, RoomRole.Participant) { IsNamedInFull = isNamedInFull }
        );
        held.Seated(person).There(person, 0, 60);
        Chat(1, "до запису");
        held.Lives(2);
        held.Says(3, trainer, new RoomEvent.RecordingSet(true));
        held.Says(3.1, trainer, new RoomEvent.CaptionTyped("Добрий день"));
        Chat(4, "вітаю всіх");
        Chat(5, "для тренерів", toTrainers: true);
        var gone = Chat(6, "прибрано");
        held.Says(7, trainer, new RoomEvent.ChatRemoved(gone));
        held.Says(8, null, new RoomEvent.Asked("Хто приймає заяву?", AskedState.Shown));
        held.Says(9, null, new RoomEvent.Asked("Ще не читали", AskedState.Held));
        held.Says(10, trainer, new RoomEvent.SlideShown(1));
        var chance = host.Services.GetRequiredService<IChance>();
        var poll = PollText.Keep(
            new SingleChoice
            {
                Id = "q",
                PromptHtml = "<p>Згода?</p>",
                Options = [new("Має", false, null), new("Згода не має", true, null)],
            },
            chance
        );
        var opened = held.Says(11, trainer, new RoomEvent.PollOpened(1, poll, 0));
        var placed = PollText.Read(poll).Placed;
        held.Says(
            12,
            person,
            new RoomEvent.Voted(opened, [placed.Options.Single(one => one.Index == 1).Id])
        );
        held.Says(13, trainer, new RoomEvent.PollSet(opened, PollState.Closed));
        held.Says(14, trainer, new RoomEvent.PollSet(opened, PollState.Revealed));
        held.Says(
            19.96875,
            trainer,
            new RoomEvent.CaptionTyped("перед вирізаним <b> --> &\n\nдалі")
        );
        Chat(21, "у вирізаному");
        held.Says(21, trainer, new RoomEvent.CaptionTyped("підпис у вирізаному"));
        held.Says(30, trainer, new RoomEvent.RecordingSet(false));
        Chat(31, "поза записом");
        held.Says(40, trainer, new RoomEvent.SlideShown(2));
        held.Says(50, trainer, new RoomEvent.DecisionNoted("Звірити номери", "ЦНАП", null));
        held.Add(
            new RecordingCut
            {
                SessionId = held.Id,
                From = HeldSession.Minute(20),
                Until = HeldSession.Minute(22),
                Reason = "особисте",
                By = new(Guid.CreateVersion7()),
                At = host.Clock.GetUtcNow(),
            }
        );
        return await held.EndsAsync();

        long Chat(double minute, string text, bool toTrainers = false) =>
            held.Says(minute, person, new RoomEvent.ChatPosted(text, toTrainers));
    }
}
