using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// The media of one session: who publishes what, who watches, and what is recorded. Everything happens
/// under one lock, in which nothing waits.
/// </summary>
public sealed class MediaRoom : IDisposable
{
    private readonly Lock gate = new();
    private readonly MediaLimits limits;
    private readonly TimeProvider time;
    private readonly Recorder recorder;
    private readonly Dictionary<string, MediaViewer> viewers = [];
    private readonly HashSet<MediaViewer> behind = [];
    private readonly Dictionary<MediaTrack, TrackCache> tracks;
    private readonly List<TrackPacket> pending = [];
    private DateTimeOffset pendingSince;
    private DateTimeOffset flushedAt = DateTimeOffset.MinValue;

    /// <param name="now">The clock that is recorded by; the wall's when there is no other.</param>
    public MediaRoom(string logPath, MediaLimits limits, TimeProvider time, Func<long>? now = null)
    {
        this.limits = limits;
        this.time = time;
        recorder = new Recorder(logPath, now ?? (() => time.GetUtcNow().ToUnixTimeMilliseconds()));
        tracks = Enum.GetValues<MediaTrack>()
            .ToDictionary(track => track, track => new TrackCache(track, limits));
    }

    public bool IsEnded => recorder.IsEnded;

    public bool IsRecording => recorder.IsOn;

    public int Viewers
    {
        get
        {
            lock (gate)
            {
                return viewers.Count;
            }
        }
    }

    /// <summary>Takes a packet of a person who may publish on <paramref name="allowed"/>.</summary>
    public PublishAnswer Publish(PersonId person, MediaTracks allowed, byte[] wire)
    {
        if (MediaPacket.Read(wire) is not PacketReading.Whole(var packet))
        {
            return PublishAnswer.Malformed;
        }

        lock (gate)
        {
            return IsEnded ? PublishAnswer.Ended
                : !allowed.Has(packet.Track) ? PublishAnswer.Refused
                : Take(new(person, packet.Epoch), packet, wire);
        }
    }

    /// <summary>Begins to send to a connection; a second call begins anew.</summary>
    /// <param name="write">Sends to the connection; not awaited.</param>
    public bool Watch(
        string connection,
        PersonId person,
        bool wantsPictures,
        int credit,
        Func<SerializedHubMessage, ValueTask> write
    )
    {
        lock (gate)
        {
            if (IsEnded)
            {
                return false;
            }

            var now = time.GetUtcNow();
            // What waits for everybody goes first, or the newcomer would get it twice.
            Flush(now);
            Forget(connection);
            var queue = new MediaQueue(limits, credit, wantsPictures);
            var viewer = new MediaViewer(person, queue, write);
            viewers[connection] = viewer;
            OfferLate(viewer, now);
            Pump(viewer, now);
            return true;
        }
    }

    public void Leave(string connection)
    {
        lock (gate)
        {
            Forget(connection);
        }
    }

    public void Ack(string connection, int bytes)
    {
        lock (gate)
        {
            if (viewers.TryGetValue(connection, out var viewer))
            {
                viewer.Queue.Ack(bytes);
                Pump(viewer, time.GetUtcNow());
            }
        }
    }

    public void Want(string connection, bool pictures)
    {
        lock (gate)
        {
            if (viewers.TryGetValue(connection, out var viewer))
            {
                viewer.Queue.Want(pictures);
            }
        }
    }

    /// <summary>Sends what is due; called some twenty times a second.</summary>
    public void Tick()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (pending.Count > 0 && now - pendingSince >= Interval)
            {
                Flush(now);
            }

            behind.RemoveWhere(viewer => viewer.Pump(now));
        }
    }

    /// <summary>Tracks of which some viewer needs a key frame, and their publishers.</summary>
    public IReadOnlyList<(MediaTrack Track, PersonId Person)> WantedKeys()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var awaited = MediaParts.None;
            foreach (var viewer in viewers.Values)
            {
                awaited |= viewer.Queue.AwaitsKey;
            }

            return
            [
                .. tracks
                    .Where(one => awaited.HasFlag(one.Value.Part))
                    .Where(one =>
                        MediaParts.Pictures.HasFlag(one.Value.Part) && one.Value.IsLive(now)
                    )
                    .Select(one => (one.Key, one.Value.By!.Person)),
            ];
        }
    }

    /// <summary>Switches recording. What is already known of the tracks is written at the beginning.</summary>
    public void Record(bool isOn, bool floorToo = false)
    {
        if (isOn)
        {
            // The disk may take its time, and everybody in the room waits for the lock.
            recorder.Open();
        }

        lock (gate)
        {
            recorder.Switch(isOn, floorToo, tracks.Values.Select(track => track.Config));
        }
    }

    /// <summary>Nothing is taken, sent or recorded any more.</summary>
    public async Task EndAsync()
    {
        lock (gate)
        {
            Flush(time.GetUtcNow());
            recorder.End();
        }

        await recorder.FlushAsync();
    }

    public Task FlushAsync() => recorder.FlushAsync();

    public void Dispose() => recorder.Dispose();

    private TimeSpan Interval =>
        viewers.Count >= limits.LargeRoom ? limits.LargeBatch : limits.Batch;

    private PublishAnswer Take(Publisher by, MediaPacket packet, byte[] wire)
    {
        var track = tracks[packet.Track];
        if (packet.IsBackfill)
        {
            return recorder.Late(by, packet, wire);
        }

        var now = time.GetUtcNow();
        if (recorder.EpochOf(by) is not { } epoch)
        {
            return PublishAnswer.Refused;
        }

        MediaPacket.Stamp(wire, epoch);
        packet = packet with { Epoch = epoch };
        if (packet.Config is { IsOff: false })
        {
            track.Begin(by, wire, now);
        }
        else if (track.By is null || track.Config is null)
        {
            return PublishAnswer.NeedsConfig;
        }
        else if (track.By != by)
        {
            return PublishAnswer.Replaced;
        }
        else if (packet.Config is not null)
        {
            track.End();
        }
        else
        {
            track.Keep(packet, wire, now);
        }

        recorder.Live(packet, wire);
        Add(packet, track, wire, by.Person, now);
        return PublishAnswer.Taken;
    }

    private void Add(
        MediaPacket packet,
        TrackCache track,
        byte[] wire,
        PersonId by,
        DateTimeOffset now
    )
    {
        if (pending.Count == 0)
        {
            pendingSince = now;
        }

        var isKey = !packet.IsVoice && packet.Frames is [{ IsKey: true }, ..];
        if (isKey)
        {
            // Whoever begins here may have missed how to decode it.
            pending.Add(new(packet.Track, track.Config!, false, by));
        }

        pending.Add(new(packet.Track, wire, isKey, by));
        // With the voice at once when it is time, for the least delay; some is spared for a late timer.
        if (packet.Track == MediaTrack.Voice && now - flushedAt >= Interval * 0.8)
        {
            Flush(now);
        }
    }

    private void Flush(DateTimeOffset now)
    {
        if (pending.Count == 0)
        {
            return;
        }

        var batch = MediaBatch.Of(pending, now);
        pending.Clear();
        flushedAt = now;
        foreach (var viewer in viewers.Values)
        {
            viewer.Offer(batch, now);
            Pump(viewer, now);
        }
    }

    // Nearly everyone keeps up: twenty times a second only the others are looked at.
    private void Pump(MediaViewer viewer, DateTimeOffset now)
    {
        if (!viewer.Pump(now))
        {
            behind.Add(viewer);
        }
    }

    private void Forget(string connection)
    {
        if (viewers.Remove(connection, out var gone))
        {
            behind.Remove(gone);
        }
    }

    private void OfferLate(MediaViewer viewer, DateTimeOffset now)
    {
        foreach (var part in tracks.Values.GroupBy(track => track.Part))
        {
            var late = new List<TrackPacket>();
            foreach (var packet in part.SelectMany(track => track.ForLate(now)))
            {
                late.Add(packet);
                if (late.Sum(one => one.Wire.Length) >= limits.LateMessage)
                {
                    viewer.Offer(MediaBatch.Of(late, now), now);
                    late.Clear();
                }
            }

            if (late.Count > 0)
            {
                viewer.Offer(MediaBatch.Of(late, now), now);
            }
        }
    }
}
