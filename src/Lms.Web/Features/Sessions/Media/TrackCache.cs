using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>One track of a room: who publishes it, and what someone who comes late begins with.</summary>
internal sealed class TrackCache(MediaTrack track, MediaLimits limits)
{
    private readonly List<Kept> kept = [];
    private int bytes;

    public Publisher? By { get; private set; }

    public byte[]? Config { get; private set; }

    public DateTimeOffset HeardAt { get; private set; }

    public MediaParts Part => MediaBatch.PartOf(track);

    private bool IsVoice => MediaParts.Sound.HasFlag(Part);

    public bool IsLive(DateTimeOffset now) =>
        Config is not null && now - HeardAt <= limits.TrackGone;

    public void Begin(Publisher by, byte[] config, DateTimeOffset now)
    {
        if (by != By)
        {
            Forget();
        }

        (By, Config, HeardAt) = (by, config, now);
    }

    /// <summary>The publisher switched it off.</summary>
    public void End()
    {
        (By, Config) = (null, null);
        Forget();
    }

    public void Keep(MediaPacket packet, byte[] wire, DateTimeOffset now)
    {
        HeardAt = now;
        if (!IsVoice && packet.Frames[0].IsKey)
        {
            Forget();
        }

        // Without its key frame a picture is of no use to anyone who comes late.
        if (!IsVoice && kept.Count == 0 && !packet.Frames[0].IsKey)
        {
            return;
        }

        kept.Add(new(wire, now));
        bytes += wire.Length;
        if (IsVoice)
        {
            kept.RemoveAll(one => one.At < now - limits.LateVoice);
        }
        else if (bytes > limits.LatePictures)
        {
            Forget();
        }
    }

    /// <summary>What a late viewer gets: how to decode, the last of the voice, the pictures since a key frame.</summary>
    public IEnumerable<TrackPacket> ForLate(DateTimeOffset now)
    {
        if (!IsLive(now))
        {
            yield break;
        }

        yield return new(track, Config!, false, By!.Person);
        foreach (var one in kept.Where(one => !IsVoice || one.At >= now - limits.LateVoice))
        {
            yield return new(track, one.Wire, !IsVoice, By!.Person);
        }
    }

    private void Forget()
    {
        kept.Clear();
        bytes = 0;
    }

    private sealed record Kept(byte[] Wire, DateTimeOffset At);
}

/// <summary>One run of one page of one person: their media clock.</summary>
internal sealed record Publisher(PersonId Person, ushort PageEpoch);
