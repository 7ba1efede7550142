namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// What waits for one viewer. The viewer acknowledges bytes, because the buffers of kernels and
/// proxies hide a slow link until the sound is ten seconds late. Voice goes first; pictures are dropped
/// first, and begin again with a key frame. Used under the lock of its room.
/// </summary>
public sealed class MediaQueue
{
    private readonly MediaLimits limits;
    private readonly int credit;
    private readonly LinkedList<Waiting> waiting = [];
    private MediaParts awaitsKey = MediaParts.Pictures;
    private bool wantsPictures;
    private DateTimeOffset? picturesBackAt;
    private DateTimeOffset overflowedAt = DateTimeOffset.MinValue;
    private TimeSpan off;

    public MediaQueue(MediaLimits limits, int credit, bool wantsPictures)
    {
        this.limits = limits;
        this.credit = Math.Clamp(credit, limits.LeastCredit, limits.MostCredit);
        this.wantsPictures = wantsPictures;
    }

    public int Unacked { get; private set; }

    /// <summary>Batches of which something was dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Whether the link was too slow for pictures, and voice goes alone for a while.</summary>
    public bool IsVoiceAlone => picturesBackAt is not null;

    /// <summary>Tracks that cannot go on without a key frame.</summary>
    public MediaParts AwaitsKey => wantsPictures && !IsVoiceAlone ? awaitsKey : MediaParts.None;

    public int Length => waiting.Count;

    public void Offer(MediaBatch batch, DateTimeOffset now)
    {
        Trim(now);
        var parts = batch.Has & ~Withheld(batch, now);
        if (parts != MediaParts.None)
        {
            waiting.AddLast(new Waiting(batch, parts));
        }
    }

    /// <summary>What to send now, counted as sent; null when nothing waits or the viewer has not acknowledged enough.</summary>
    public (MediaBatch Batch, MediaParts Parts)? Next(DateTimeOffset now)
    {
        Trim(now);
        if (waiting.Count == 0)
        {
            return null;
        }

        var (node, parts) = Foremost();
        var size = node.Value.Batch.SizeOf(parts);
        // A key frame may be larger than the credit; it goes when most of the rest has arrived.
        if (Unacked > credit * 3 / 4 && Unacked + size > credit)
        {
            return null;
        }

        Unacked += size;
        Leave(node, node.Value.Parts & ~parts);
        return (node.Value.Batch, parts);
    }

    public void Ack(int bytes) => Unacked -= Math.Clamp(bytes, 0, Unacked);

    /// <summary>The viewer's own choice.</summary>
    public void Want(bool pictures)
    {
        wantsPictures = pictures;
        if (!pictures)
        {
            DropPictures();
        }
    }

    private (LinkedListNode<Waiting> Node, MediaParts Parts) Foremost()
    {
        // Who keeps up gets a batch whole; who does not gets all the voice first.
        var first = waiting.First!;
        if (first.Next is null)
        {
            return (first, first.Value.Parts);
        }

        for (var node = first; node is not null; node = node.Next)
        {
            if ((node.Value.Parts & MediaParts.Sound) is var sound and not MediaParts.None)
            {
                return (node, sound);
            }
        }

        return (first, first.Value.Parts);
    }

    private MediaParts Withheld(MediaBatch batch, DateTimeOffset now)
    {
        var pictures = batch.Has & MediaParts.Pictures;
        if (now >= picturesBackAt)
        {
            // A trial: one overflow within the window is the second one.
            picturesBackAt = null;
            overflowedAt = now;
        }

        if (!wantsPictures || IsVoiceAlone)
        {
            awaitsKey |= pictures;
            return pictures;
        }

        awaitsKey &= ~batch.Keys;
        return pictures & awaitsKey;
    }

    private void Trim(DateTimeOffset now)
    {
        var oldest = now - limits.Queue;
        if (waiting.First is not { } first || first.Value.Batch.MadeAt >= oldest)
        {
            return;
        }

        var pictures = waiting.FirstOrDefault(one =>
            (one.Parts & MediaParts.Pictures) != MediaParts.None
        );
        var voice = waiting.FirstOrDefault(one =>
            (one.Parts & MediaParts.Sound) != MediaParts.None
        );
        var isVoiceLate = voice is not null && voice.Batch.MadeAt < oldest;
        if (pictures is not null && (isVoiceLate || pictures.Batch.MadeAt < oldest))
        {
            DropPictures();
            Overflow(now);
        }

        if (isVoiceLate)
        {
            Drop(one =>
                one.Batch.MadeAt < now - limits.VoiceLeft ? MediaParts.Sound : MediaParts.None
            );
        }
    }

    private void Overflow(DateTimeOffset now)
    {
        if (now - overflowedAt > limits.PicturesOffMost)
        {
            off = TimeSpan.Zero;
        }

        if (now - overflowedAt <= limits.OverflowWindow)
        {
            off = off == TimeSpan.Zero ? limits.PicturesOff : 2 * off;
            off = off < limits.PicturesOffMost ? off : limits.PicturesOffMost;
            picturesBackAt = now + off;
        }

        overflowedAt = now;
    }

    private void DropPictures()
    {
        foreach (var one in waiting)
        {
            awaitsKey |= one.Parts & MediaParts.Pictures;
        }

        Drop(_ => MediaParts.Pictures);
    }

    private void Drop(Func<Waiting, MediaParts> what)
    {
        for (var node = waiting.First; node is not null; )
        {
            var next = node.Next;
            var left = node.Value.Parts & ~what(node.Value);
            Dropped += left == node.Value.Parts ? 0 : 1;
            Leave(node, left);
            node = next;
        }
    }

    private void Leave(LinkedListNode<Waiting> node, MediaParts parts)
    {
        if (parts == MediaParts.None)
        {
            waiting.Remove(node);
        }
        else
        {
            node.Value = node.Value with { Parts = parts };
        }
    }

    private sealed record Waiting(MediaBatch Batch, MediaParts Parts);
}
