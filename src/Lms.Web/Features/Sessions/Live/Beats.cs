using System.Threading.Channels;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Writes the beats of all rooms, many in one transaction, before any of them is acknowledged: minutes
/// that somebody was told of are on the disk.
/// </summary>
internal sealed class Beats(LmsDatabase database, TimeProvider time, ILogger log)
{
    private const int MostAtOnce = 512;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(100);
    private static readonly Viewer Writer = Viewer.System("write the beats of a room");

    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    public async Task<Reply> TakeAsync(LiveRoom room, RoomPresences presences, Beat beat)
    {
        var waiting = new Waiting(room, presences, beat);
        return queue.Writer.TryWrite(waiting)
            ? await waiting.Answer.Task
            : Reply.No(RoomRefusal.NotNow);
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        var batch = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync(cancel))
        {
            await Task.Delay(Gathering, cancel);
            while (batch.Count < MostAtOnce && queue.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Waiting> batch)
    {
        var rows = new List<(RoomPresences Of, BeatRow Row)>();
        foreach (var one in batch.Where(one => !one.Room.Facts.IsRehearsal))
        {
            var session = one.Room.Facts.Id;
            rows.Add((one.Presences, one.Presences.Take(session, one.Beat, time.NewId)));
            rows.AddRange(
                one.Presences.Keep(session, one.Beat, one.Room.Downtimes, time.NewId)
                    .Select(row => (one.Presences, row))
            );
        }

        try
        {
            await SaveAsync(rows);
            batch.ForEach(one => one.Answer.TrySetResult(Answer(one)));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Count} beats were not written", batch.Count);
            for (var at = rows.Count - 1; at >= 0; at--)
            {
                rows[at].Row.Undo();
            }

            batch.ForEach(one => one.Answer.TrySetResult(Reply.No("notSaved")));
        }
    }

    private async Task SaveAsync(List<(RoomPresences Of, BeatRow Row)> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var db = database.Open(Writer);
        await db.WriteAsync(async () =>
        {
            var ids = rows.Where(one => one.Row.IsNew).Select(one => one.Row.Row.Id).ToList();
            var taken = await db
                .LivePresences.Where(one => ids.Contains(one.Id))
                .Select(one => one.Id)
                .ToListAsync();
            var added = new HashSet<LivePresence>();
            foreach (var (of, row) in rows.Where(one => one.Row.IsNew))
            {
                var own = taken.Contains(row.Row.Id)
                    ? of.Rename(row.Row, new(time.NewId()))
                    : row.Row;
                added.Add(own);
                db.LivePresences.Add(own);
            }

            await db.SaveChangesAsync();
            foreach (
                var row in rows.Select(one => one.Row.Row).Distinct().Where(row => !added.Contains(row))
            )
            {
                await db
                    .LivePresences.Where(one => one.Id == row.Id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(one => one.LastBeat, row.LastBeat)
                            .SetProperty(one => one.Background, row.Background)
                    );
            }
        });
    }

    private static Reply Answer(Waiting one)
    {
        var (room, beat) = (one.Room, one.Beat);
        var attendance = Attendance.Of(
            room.Facts.Rule,
            room.Live.Until(beat.At),
            room.Downtimes,
            one.Presences.FactsOf(beat.Person)
        );
        return Reply.With(
            RawJson.Of(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("at", beat.At);
                json.WriteNumber("present", attendance.Present);
                json.WriteNumber("live", attendance.Live);
                json.WriteNumber(
                    "percent",
                    attendance.Live == 0 ? 0 : attendance.Present * 100 / attendance.Live
                );
                json.WriteEndObject();
            })
        );
    }

    private sealed record Waiting(LiveRoom Room, RoomPresences Presences, Beat Beat)
    {
        public TaskCompletionSource<Reply> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
