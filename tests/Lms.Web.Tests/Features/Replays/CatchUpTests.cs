using System.Net.Http.Json;
using AngleSharp.Dom;
using Lms.Domain.Live;
using Lms.Web.Features.Replays;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Features.Recordings;
using Lms.Web.Tests.Features.Sessions.Media;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Replays;

/// <summary>The look back at a session that still runs: what was said so far is heard, and counts as made up.</summary>
public sealed class CatchUpTests
{
    [Fact]
    public async Task Voice_is_heard_as_far_as_its_file_reaches_and_the_file_is_made_anew_in_time()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await RunningAsync(host);
        var client = await host.SignedInAsync("specialist");
        var page = await SoonAsync(client, held, one => one.QuerySelector("#voice") is not null);
        var player = page.GetElementById("player")!;
        Assert.Equal(
            ("58000", "yes", "yes"),
            (player.Dataset("until"), player.Dataset("growing"), player.Dataset("counts"))
        );
        var made = page.QuerySelector("#voice")!.GetAttribute("src")!;
        Assert.Equal(60_000, await LastsAsync(client, made));

        // Asked again at once, it is not made again; when it has grown, it has another address.
        await held.SpeaksAsync(60, 90, 1);
        host.Clock.Forward(TimeSpan.FromSeconds(10));
        await client.OpenAsync(held.Replay);
        await Task.Delay(300);
        Assert.Equal(made, await AddressAsync());
        host.Clock.Forward(TimeSpan.FromSeconds(20));
        page = await SoonAsync(
            client,
            held,
            one => one.QuerySelector("#voice")!.GetAttribute("src") != made
        );
        Assert.Equal("88000", page.GetElementById("player")!.Dataset("until"));
        Assert.Equal(
            90_000,
            await LastsAsync(client, page.QuerySelector("#voice")!.GetAttribute("src")!)
        );

        async Task<string> AddressAsync() =>
            (await client.OpenAsync(held.Replay)).QuerySelector("#voice")!.GetAttribute("src")!;
    }

    [Fact]
    public async Task What_is_watched_while_it_runs_is_made_up_and_what_has_not_happened_is_not()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await RunningAsync(host);
        var client = await host.SignedInAsync("specialist");
        await ReportAsync(0, 0);
        host.Clock.Forward(TimeSpan.FromSeconds(40));
        await ReportAsync(0, 40_000);
        host.Clock.Forward(TimeSpan.FromSeconds(40));
        // The session has run for 140 s.
        await ReportAsync(130_000, 190_000);

        await using var db = host.Look();
        var spans = await db.WatchedSpans.OrderBy(one => one.From).ToListAsync();
        Assert.Equal(
            [(0, 40_000), (130_000, 140_000)],
            spans.Select(one => ((int)one.From, (int)one.Until))
        );

        async Task ReportAsync(long from, long until)
        {
            using var answer = await client.PutAsJsonAsync(
                $"/api/v1/sessions/{held.Id.Value}/watched",
                new WatchedBody(from, until)
            );
            answer.EnsureSuccessStatusCode();
        }
    }

    private static async Task<HeldSession> RunningAsync(LmsHost host)
    {
        var held = (await HeldSession.OfCourseAsync(host)).Lives(0);
        held.Says(0, held.Trainer, new RoomEvent.RecordingSet(true));
        held.Seated(await host.PersonAsync("specialist"));
        await held.SpeaksAsync(0, 60, 1);
        await held.RunsAsync();
        host.Clock.Forward(TimeSpan.FromMinutes(1));
        return held;
    }

    private static async Task<IDocument> SoonAsync(
        HttpClient client,
        HeldSession held,
        Func<IDocument, bool> isThere
    )
    {
        for (var tries = 0; ; tries++)
        {
            var page = await client.OpenAsync(held.Replay);
            if (isThere(page))
            {
                return page;
            }

            Assert.True(tries < 100, "It was not made.");
            await Task.Delay(100);
        }
    }

    private static async Task<double> LastsAsync(HttpClient client, string address)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, await client.GetByteArrayAsync(address));
            return Math.Round(WebmOfTest.Read(file).DurationMs);
        }
        finally
        {
            File.Delete(file);
        }
    }
}

internal static class Datasets
{
    public static string? Dataset(this IElement element, string name) =>
        element.GetAttribute($"data-{name}");
}
