using System.Text.Json;
using Lms.Domain.Live;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>
/// Beats that a device kept while the server was down: minutes inside the server's own downtime, by its
/// own log, and nowhere else.
/// </summary>
public sealed class RoomKeptTests
{
    private const long Minute = 60_000;

    [Fact]
    public async Task Beats_kept_while_the_server_was_down_are_minutes_of_who_kept_them()
    {
        await using var stage = await RoomStage.SetAsync();
        var down = await DownAsync(stage);
        var here = await stage.EnterAsync("specialist");
        var gone = await stage.EnterAsync("specialist2");
        var told = await BeatAsync(
            here,
            [
                [down.From - 20_000, down.Until],
            ]
        );
        var other = await BeatAsync(gone, []);

        // Two minutes before it, four while it was down; what was forgiven of a gap is less than one.
        Assert.InRange(Present(told), 5 * Minute, (6 * Minute) + 40_000);
        Assert.InRange(Present(other), Minute, (3 * Minute) + 40_000);
        Assert.InRange(Present(told) - Present(other), 3 * Minute, 5 * Minute);
        await using var db = stage.Host.Look();
        var kept = await db.LivePresences.SingleAsync(one => one.IsKept);
        Assert.Equal(await stage.PersonAsync("specialist"), kept.PersonId);
        // Told again, as after an answer that was lost, it is the same.
        var again = await BeatAsync(
            here,
            [
                [down.From - 20_000, down.Until],
            ]
        );
        Assert.InRange(Present(again) - Present(told), 0, 15_000);
        Assert.Equal(1, await db.LivePresences.CountAsync(one => one.IsKept));
    }

    [Fact]
    public async Task A_list_that_reaches_beyond_the_downtime_is_counted_inside_it_alone()
    {
        await using var stage = await RoomStage.SetAsync();
        var down = await DownAsync(stage, isThereBefore: false);
        var honest = await stage.EnterAsync("specialist");
        var forger = await stage.EnterAsync("specialist2");
        var fair = Present(
            await BeatAsync(
                honest,
                [
                    [down.From, down.Until],
                ]
            )
        );
        var forged = Present(
            await BeatAsync(
                forger,
                [
                    [0, down.Until],
                ]
            )
        );
        Assert.InRange(fair, 3 * Minute, (4 * Minute) + 40_000);
        Assert.InRange(forged - fair, -1_000, 15_000);
    }

    [Fact]
    public async Task Forged_lists_make_no_minutes_and_no_rows()
    {
        await using var stage = await RoomStage.SetAsync();
        var down = await DownAsync(stage, isThereBefore: false);
        var forger = await stage.EnterAsync("specialist");
        var plain = Present(await BeatAsync(forger, []));
        foreach (
            var list in new long[][][]
            {
                [
                    [0, down.From - 11_000],
                ],
                [
                    [down.Until + 1, down.Until + Minute],
                ],
                [
                    [down.Until + Minute, down.Until + (60 * Minute)],
                ],
                [
                    [down.Until, down.From],
                ],
                [
                    [-5 * Minute, down.From - Minute],
                ],
                [
                    [-1, down.Until],
                ],
                [.. Enumerable.Range(0, 200).Select(at => new long[] { at, at + 1 })],
            }
        )
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(1));
            await BeatAsync(forger, list);
        }

        await using var db = stage.Host.Look();
        Assert.Equal(0, await db.LivePresences.CountAsync(one => one.IsKept));
        Assert.InRange(Present(await BeatAsync(forger, [])) - plain, 0, 15_000);
        foreach (
            var broken in new object?[]
            {
                new[] { new long[] { 1 } },
                new[] { new[] { "1", "2" } },
                "forever",
                Enumerable.Range(0, 201).Select(at => new long[] { at, at + 1 }).ToArray(),
            }
        )
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(1));
            Assert.Equal(
                "malformed",
                RoomStateTests.Refusal(await forger.AskAsync("Beat", BeatOf(broken)))
            );
        }
    }

    [Fact]
    public async Task Beats_kept_are_those_of_the_person_whose_device_brings_them()
    {
        await using var stage = await RoomStage.SetAsync();
        var down = await DownAsync(stage, isThereBefore: false);
        var thief = await stage.EnterAsync("specialist2");
        await thief.AskAsync(
            "Beat",
            new
            {
                presence = Guid.CreateVersion7(),
                person = 2,
                visible = true,
                audible = true,
                kept = new[] { new[] { down.From, down.Until } },
            }
        );
        await using var db = stage.Host.Look();
        var own = await stage.PersonAsync("specialist2");
        Assert.All(
            await db.LivePresences.Where(one => one.IsKept).ToListAsync(),
            row => Assert.Equal(own, row.PersonId)
        );
    }

    // Live for two minutes, then four without a server; and live again, as the trainer is back.
    private static async Task<Span> DownAsync(RoomStage stage, bool isThereBefore = true)
    {
        var trainer = await stage.BeginAsync();
        List<(RoomVisitor Visitor, Guid Presence)> here = [(trainer, Guid.CreateVersion7())];
        foreach (var name in isThereBefore ? new[] { "specialist", "specialist2" } : [])
        {
            here.Add((await stage.EnterAsync(name), Guid.CreateVersion7()));
        }

        for (var beat = 0; beat < 13; beat++)
        {
            foreach (var (visitor, presence) in here)
            {
                await RoomPresenceTests.BeatAsync(visitor, presence);
            }

            stage.Host.Clock.Forward(TimeSpan.FromSeconds(10));
        }

        await stage.RestartAsync(TimeSpan.FromMinutes(4));
        await stage.EnterAsync("trainer");
        await using var db = stage.Host.Look();
        var runs = await db
            .LiveRuns.Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .ToListAsync();
        Assert.Equal(2, runs.Count);
        // The clock of a room runs on between two steps of the test's wall clock.
        Assert.InRange(runs[1].From - runs[0].Until, (4 * Minute) - 30_000, (4 * Minute) + 15_000);
        return new(runs[0].Until, runs[1].From);
    }

    private static long Present(JsonElement told) => told.GetProperty("present").GetInt64();

    private static Task<JsonElement> BeatAsync(RoomVisitor visitor, long[][] kept) =>
        visitor.AskAsync("Beat", BeatOf(kept));

    private static object BeatOf(object? kept) =>
        new
        {
            presence = Guid.CreateVersion7(),
            visible = true,
            audible = true,
            kept,
        };
}
