namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// What a room writes down: nothing before recording is switched on or while it is off, nothing of a
/// floor without a yes, and nothing after the end. Also gives the epochs, which go on after a restart.
/// </summary>
internal sealed class Recorder : IDisposable
{
    private const ushort MostEpochs = 10_000;

    private readonly string path;
    private readonly Func<long> now;
    private readonly RecordedSpans spans = new();
    private readonly Dictionary<Publisher, ushort> epochs = [];
    private readonly Lock opening = new();
    private FrameLog? log;
    private ushort lastEpoch;

    /// <param name="now">The clock of the session, as Unix milliseconds.</param>
    public Recorder(string path, Func<long> now)
    {
        this.path = path;
        this.now = now;
        if (File.Exists(path))
        {
            log = FrameLog.Open(path, See);
            lastEpoch = spans.LastEpoch;
            // Whoever opens the room again says whether recording goes on.
            spans.Switch(now(), isOn: false);
        }
    }

    public bool IsEnded { get; private set; }

    public bool IsOn => spans.IsOn;

    /// <summary>Before the first thing is recorded, and beside the lock of the room.</summary>
    public void Open()
    {
        lock (opening)
        {
            if (!IsEnded)
            {
                log ??= FrameLog.Open(path);
            }
        }
    }

    /// <summary>Off, or on once it is open.</summary>
    public void Switch(bool isOn, bool withFloor, IEnumerable<byte[]?> configs)
    {
        if (IsEnded)
        {
            return;
        }

        var (at, wasOn) = (now(), IsOn);
        if (isOn != wasOn)
        {
            log!.Switch(at, isOn);
        }

        spans.Switch(at, isOn, withFloor);
        foreach (var config in configs.OfType<byte[]>().Where(_ => isOn && !wasOn))
        {
            log!.Append(at, config);
        }
    }

    /// <summary>The room's number of a media clock; null when one session has had too many.</summary>
    public ushort? EpochOf(Publisher by)
    {
        if (!epochs.TryGetValue(by, out var epoch))
        {
            if (lastEpoch == MostEpochs)
            {
                return null;
            }

            epochs[by] = epoch = ++lastEpoch;
        }

        return epoch;
    }

    public void Live(MediaPacket packet, byte[] wire)
    {
        spans.See(packet, now());
        if (spans.Has(packet))
        {
            log!.Append(now(), wire);
        }
    }

    /// <summary>Voice of a lost connection; only of a clock that the room knows.</summary>
    public PublishAnswer Late(Publisher by, MediaPacket packet, byte[] wire)
    {
        if (!packet.IsVoice || packet.Config is not null)
        {
            return PublishAnswer.Malformed;
        }

        if (!epochs.TryGetValue(by, out var epoch))
        {
            return PublishAnswer.NeedsConfig;
        }

        MediaPacket.Stamp(wire, epoch);
        if (log is not null && spans.Covers(packet with { Epoch = epoch }))
        {
            log.Append(now(), wire);
        }

        return PublishAnswer.Taken;
    }

    public void End()
    {
        IsEnded = true;
        spans.Switch(now(), isOn: false);
        log?.End(now());
    }

    public Task FlushAsync() => log?.FlushAsync() ?? Task.CompletedTask;

    public void Dispose() => log?.Dispose();

    private void See(FrameRecord record)
    {
        switch (record)
        {
            case FrameRecord.Frames(var receivedMs, var packet, _):
                spans.See(packet, receivedMs);
                break;
            case FrameRecord.Switched(var receivedMs, var isOn):
                spans.Switch(receivedMs, isOn);
                break;
            case FrameRecord.Ended:
                IsEnded = true;
                break;
        }
    }
}
