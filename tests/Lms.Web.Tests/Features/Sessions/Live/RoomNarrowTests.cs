using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.SignalR.Client;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>The less a link carries, the less its device is told of what passes; lines come to all.</summary>
public sealed class RoomNarrowTests
{
    [Fact]
    public async Task The_pointer_and_the_totals_follow_what_a_link_carries_and_lines_do_not()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var all = await stage.EnterAsync("specialist");
        var voice = await stage.EnterAsync("specialist2");
        var text = await stage.EnterAsync("auditor");
        await voice.Connection.InvokeAsync("Band", new { band = "voice" });
        await text.Connection.InvokeAsync("Band", new { band = "text" });
        await all.Connection.InvokeAsync("Band", new { band = "everything" });
        // How many there are is told once to each: after that nothing passes that the test does not do.
        await UntilAsync(() => Present(all) == 4 && Present(voice) == 4);
        foreach (var visitor in new[] { all, voice, text })
        {
            visitor.Passing.Clear();
        }

        var began = Stopwatch.StartNew();
        for (var x = 1; x <= 20; x++)
        {
            stage.Host.Clock.Forward(TimeSpan.FromMilliseconds(110));
            await trainer.Connection.InvokeAsync("Point", new { x, y = 5 });
            // Taken when the room comes to it: two that it came to at once would be one.
            await UntilAsync(() => Places(all) is [.., var last] && last == x);
        }

        await all.Connection.InvokeAsync("React", new { kind = "like" });
        var slide = await trainer.DoneAsync(new { kind = "slideShown", slide = 3 });
        await Task.WhenAll(all.KnowsAsync(slide), voice.KnowsAsync(slide), text.KnowsAsync(slide));
        await UntilAsync(() =>
            Places(voice) is [.., 20] && Told(all, "reactions") > 0 && Told(voice, "reactions") > 0
        );
        Assert.Equal(Enumerable.Range(1, 20), Places(all));
        // Once a second, and the last of a second that had begun.
        Assert.InRange(Places(voice).Count, 1, (int)began.Elapsed.TotalSeconds + 2);
        Assert.Equal(1, Told(voice, "reactions"));

        await UntilAsync(() => Told(text, "present") > 0);
        Assert.Empty(Places(text));
        Assert.Equal(0, Told(text, "reactions"));
        Assert.InRange(Told(text, "present"), 1, ((int)began.Elapsed.TotalSeconds / 10) + 1);
        Assert.All(
            new[] { all, voice, text },
            one => Assert.Contains("\"slide\": \"3\"", one.Room.Words())
        );
    }

    [Fact]
    public async Task A_pointer_that_leaves_at_once_is_told_and_a_link_that_carries_more_again_gets_the_whole()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var all = await stage.EnterAsync("specialist");
        var text = await stage.EnterAsync("specialist2");
        await text.Connection.InvokeAsync("Band", new { band = "text" });
        await UntilAsync(() => Present(all) == 3);
        all.Passing.Clear();

        stage.Host.Clock.Forward(TimeSpan.FromMilliseconds(110));
        await trainer.Connection.InvokeAsync("Point", new { x = 1, y = 5 });
        await trainer.Connection.InvokeAsync("Point", (object?)null);
        await UntilAsync(() => Told(all, "pointer") == 2);
        Assert.Equal(
            JsonValueKind.Null,
            all.Passing.Last(one => one.TryGetProperty("pointer", out _))
                .GetProperty("pointer")
                .ValueKind
        );

        foreach (var band in new[] { "voice", "all" })
        {
            text.Passing.Clear();
            await text.Connection.InvokeAsync("Band", new { band });
            // A line that is written after it comes after it.
            await text.KnowsAsync(await trainer.DoneAsync(new { kind = "slideShown", slide = 1 }));
            Assert.Equal(band == "voice", Told(text, "present") > 0);
        }
    }

    [Fact]
    public async Task Of_places_too_soon_after_one_another_the_last_is_told_all_the_same()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var all = await stage.EnterAsync("specialist");
        var voice = await stage.EnterAsync("specialist2");
        await voice.Connection.InvokeAsync("Band", new { band = "voice" });
        stage.Host.Clock.Forward(TimeSpan.FromMilliseconds(110));
        for (var x = 1; x <= 4; x++)
        {
            await trainer.Connection.InvokeAsync("Point", new { x, y = 5 });
        }

        await UntilAsync(() => Places(all) is [.., 4] && Places(voice) is [.., 4]);
    }

    [Fact]
    public async Task What_a_link_carries_is_taken_in_the_end_though_too_much_was_asked_and_the_last_of_it_holds()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var all = await stage.EnterAsync("specialist");
        var hasty = await stage.EnterAsync("specialist2");
        foreach (var (bands, isTold) in new[] { ("voice text", false), ("text voice", true) })
        {
            for (var call = 0; call < 60; call++)
            {
                await hasty.Connection.SendAsync("React", new { kind = "fine" });
            }

            foreach (var band in bands.Split(' '))
            {
                await hasty.Connection.InvokeAsync("Band", new { band });
            }

            for (var tries = 0; await IsToldAsync() != isTold; tries++)
            {
                Assert.InRange(tries, 0, 9);
            }
        }

        // Whether what passes comes to it.
        async Task<bool> IsToldAsync()
        {
            all.Passing.Clear();
            hasty.Passing.Clear();
            await trainer.Connection.InvokeAsync("React", new { kind = "like" });
            await UntilAsync(() => Told(all, "reactions") > 0);
            // A line that is written after it comes after it.
            await hasty.KnowsAsync(await trainer.DoneAsync(new { kind = "slideShown", slide = 1 }));
            return Told(hasty, "reactions") > 0;
        }
    }

    [Fact]
    public async Task Of_too_many_places_the_last_is_told_all_the_same_and_so_is_that_it_is_none()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var all = await stage.EnterAsync("specialist");
        foreach (object?[] places in new object?[][] { [3, 7], [8, null], [9] })
        {
            for (var call = 0; call < 60; call++)
            {
                await trainer.Connection.SendAsync("React", new { kind = "fine" });
            }

            foreach (var x in places)
            {
                await trainer.Connection.InvokeAsync("Point", x is null ? null : new { x, y = 5 });
            }

            await UntilAsync(() => Pointed(all) == (places[^1] is int x ? x : null));
        }
    }

    // What a connection was told last of how many there are; 0 for nothing.
    private static int Present(RoomVisitor visitor) =>
        visitor
            .Passing.Where(one => one.TryGetProperty("present", out _))
            .Select(one => one.GetProperty("present").GetInt32())
            .LastOrDefault();

    private static List<int> Places(RoomVisitor visitor) =>
        [
            .. visitor
                .Passing.Where(one => one.TryGetProperty("pointer", out _))
                .Select(one => one.GetProperty("pointer").GetProperty("x").GetInt32()),
        ];

    // Where it was told last that somebody points; null for nowhere.
    private static int? Pointed(RoomVisitor visitor) =>
        visitor.Passing.LastOrDefault(one => one.TryGetProperty("pointer", out _))
            is { ValueKind: JsonValueKind.Object } told
        && told.GetProperty("pointer") is { ValueKind: JsonValueKind.Object } place
            ? place.GetProperty("x").GetInt32()
            : null;

    private static int Told(RoomVisitor visitor, string what) =>
        visitor.Passing.Count(one => one.TryGetProperty(what, out _));

    // What passes each ten seconds comes late where a second of the room takes more.
    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var tries = 0; tries < 2_400 && !holds(); tries++)
        {
            await Task.Delay(50);
        }

        Assert.True(holds());
    }
}
