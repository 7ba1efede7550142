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
        var rows = new List<BeatRow>();
        try
        {
            await using var db = database.Open(Writer);
            var counted = batch.Where(one => !one.Room.Facts.IsRehearsal).ToList();
            var taken = await TakenAsync(db, counted);
            foreach (var one in counted)
            {
                var session = one.Room.Facts.Id;
                // The second in one batch to bear an id that nobody had before is not its owner.
                var isTaken = !one.Presences.Knows(one.Beat) && !taken.Add(new(one.Beat.Presence));
                rows.Add(one.Presences.Take(session, one.Beat, isTaken, time.NewId));
                rows.AddRange(
                    one.Presences.Keep(session, one.Beat, one.Room.Downtimes, time.NewId)
                );
            }

            await SaveAsync(db, rows);
            batch.ForEach(one => one.Answer.TrySetResult(Answer(one)));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Count} beats were not written", batch.Count);
            for (var at = rows.Count - 1; at >= 0; at--)
            {
                rows[at].Undo();
            }

            batch.ForEach(one => one.Answer.TrySetResult(Reply.No("notSaved")));
        }
    }

    // A device names its presence: that of another is none of its.
    private static async Task<HashSet<PresenceId>> TakenAsync(LmsDbContext db, List<Waiting> batch)
    {
        var ids = batch
            .Where(one => !one.Presences.Knows(one.Beat))
            .Select(one => new PresenceId(one.Beat.Presence))
            .ToList();
        return ids.Count == 0
            ? []
            : await db
                .LivePresences.Where(one => ids.Contains(one.Id))
                .Select(one => one.Id)
                .ToHashSetAsync();
    }

    private static async Task SaveAsync(LmsDbContext db, List<BeatRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var added = rows.Where(row => row.IsNew).Select(row => row.Row).ToHashSet();
        var moved = rows.Select(row => row.Row)
            .Distinct()
            .Where(row => !added.Contains(row))
            .ToList();
        await db.WriteAsync(async () =>
        {
            db.LivePresences.AddRange(added);
            await db.SaveChangesAsync();
            foreach (var row in moved)
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
