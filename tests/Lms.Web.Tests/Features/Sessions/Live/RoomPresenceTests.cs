using System.Text.Json;
using Lms.Domain.Live;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Minutes are what the server heard, written before they are acknowledged.</summary>
public sealed class RoomPresenceTests
{
    [Fact]
    public async Task Beats_make_minutes_that_are_on_the_disk_when_they_are_told()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var presence = Guid.CreateVersion7();
        JsonElement told = default;
        for (var beat = 0; beat < 13; beat++)
        {
            told = await BeatAsync(person, presence);
            await BeatAsync(trainer, Guid.CreateVersion7());
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(10));
        }

        Assert.InRange(told.GetProperty("present").GetInt64(), 118_000, 135_000);
        Assert.InRange(told.GetProperty("percent").GetInt64(), 95, 100);
        await using var db = stage.Host.Look();
        var row = await db.LivePresences.SingleAsync(one => one.Id == new PresenceId(presence));
        Assert.Equal(await stage.PersonAsync("specialist"), row.PersonId);
        Assert.InRange(row.LastBeat - row.From, 118_000, 135_000);
    }

    [Fact]
    public async Task Beats_far_apart_are_not_one_presence_whatever_id_they_bear()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var author = await stage.EnterAsync("author");
        var person = await stage.EnterAsync("specialist");
        var presence = Guid.CreateVersion7();
        await BeatAsync(person, presence);
        for (var minute = 0; minute < 20; minute++)
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(14));
            await BeatAsync(author, Guid.CreateVersion7());
        }

        var told = await BeatAsync(person, presence);
        Assert.InRange(told.GetProperty("present").GetInt64(), 0, 40_000);
        await using var db = stage.Host.Look();
        var own = await stage.PersonAsync("specialist");
        Assert.Equal(2, await db.LivePresences.CountAsync(one => one.PersonId == own));
    }

    [Fact]
    public async Task The_id_of_another_s_presence_moves_nothing_of_theirs()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var thief = await stage.EnterAsync("specialist2");
        var presence = Guid.CreateVersion7();
        await BeatAsync(person, presence);
        stage.Host.Clock.Forward(TimeSpan.FromSeconds(10));
        await BeatAsync(thief, presence);

        await using var db = stage.Host.Look();
        var row = await db.LivePresences.SingleAsync(one => one.Id == new PresenceId(presence));
        Assert.Equal(await stage.PersonAsync("specialist"), row.PersonId);
        Assert.Equal(row.From, row.LastBeat);
        var other = await stage.PersonAsync("specialist2");
        Assert.Equal(1, await db.LivePresences.CountAsync(one => one.PersonId == other));
    }

    [Fact]
    public async Task Beats_kept_by_a_device_make_no_minutes_where_the_server_was_up()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var author = await stage.EnterAsync("author");
        for (var minute = 0; minute < 10; minute++)
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(14));
            await BeatAsync(author, Guid.CreateVersion7());
        }

        var person = await stage.EnterAsync("specialist");
        var told = await person.AskAsync(
            "Beat",
            new
            {
                presence = Guid.CreateVersion7(),
                visible = true,
                audible = true,
                kept = new[] { new long[] { 0, 120_000 } },
            }
        );
        Assert.InRange(told.GetProperty("present").GetInt64(), 0, 20_000);
        await using var db = stage.Host.Look();
        Assert.Equal(0, await db.LivePresences.CountAsync(one => one.IsKept));
    }

    [Fact]
    public async Task A_rehearsal_writes_no_presence()
    {
        await using var stage = await RoomStage.SetAsync(isRehearsal: true);
        var trainer = await stage.BeginAsync();
        var told = await BeatAsync(trainer, Guid.CreateVersion7());
        Assert.True(told.TryGetProperty("present", out _));
        await using var db = stage.Host.Look();
        Assert.Equal(0, await db.LivePresences.CountAsync());
    }

    [Fact]
    public async Task While_a_room_is_open_the_server_says_so()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        stage.Host.Clock.Forward(TimeSpan.FromSeconds(30));
        for (var tries = 0; tries < 50; tries++)
        {
            await using var db = stage.Host.Look();
            var run = await db.LiveRuns.SingleAsync(one => one.SessionId == stage.Session);
            if (run.Until >= 30_000)
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("Nothing was said.");
    }

    internal static Task<JsonElement> BeatAsync(RoomVisitor visitor, Guid presence) =>
        visitor.AskAsync(
            "Beat",
            new
            {
                presence,
                visible = true,
                audible = false,
            }
        );
}
