namespace Lms.Web.Features.Sessions.Media;

/// <summary>
/// What a room writes down: nothing before recording is switched on or while it is off, nothing of a
/// floor without a yes, and nothing after the end. Also gives the epochs, which go on after a restart.
/// </summary>
internal sealed class Recorder : IDisposable
{
    private const ushort MostEpochs = 10_000;

    private readonly string path;
    private readonly TimeProvider time;
    private readonly RecordedSpans spans = new();
    private readonly Dictionary<Publisher, ushort> epochs = [];
    private FrameLog? log;
    private ushort lastEpoch;
    private bool floorToo;

    public Recorder(string path, TimeProvider time)
    {
        this.path = path;
        this.time = time;
        if (File.Exists(path))
        {
            log = FrameLog.Open(path, See);
            lastEpoch = spans.LastEpoch;
            // Whoever opens the room again says whether recording goes on.
            spans.Switch(Now, isOn: false);
        }
    }

    public bool IsEnded { get; private set; }

    public bool IsOn => spans.IsOn;

    public void Switch(bool isOn, bool withFloor, IEnumerable<byte[]?> configs)
    {
        floorToo = isOn && withFloor;
        if (IsEnded || isOn == IsOn)
        {
            return;
        }

        log ??= FrameLog.Open(path);
        log.Switch(Now, isOn);
        spans.Switch(Now, isOn);
        foreach (var config in configs.OfType<byte[]>().Where(_ => isOn))
        {
            log.Append(Now, config);
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
        spans.See(packet, Now);
        if (IsOn && MayKeep(packet))
        {
            log!.Append(Now, wire);
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
        if (log is not null && MayKeep(packet) && spans.Covers(packet with { Epoch = epoch }))
        {
            log.Append(Now, wire);
        }

        return PublishAnswer.Taken;
    }

    public void End()
    {
        IsEnded = true;
        spans.Switch(Now, isOn: false);
        log?.End(Now);
    }

    public Task FlushAsync() => log?.FlushAsync() ?? Task.CompletedTask;

    public void Dispose() => log?.Dispose();

    private long Now => time.GetUtcNow().ToUnixTimeMilliseconds();

    private bool MayKeep(MediaPacket packet) => packet.Track != MediaTrack.Floor || floorToo;

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
