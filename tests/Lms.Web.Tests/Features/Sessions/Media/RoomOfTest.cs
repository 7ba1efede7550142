using Lms.Domain.People;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Tests.Support;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Tests.Features.Sessions.Media;

/// <summary>A room without a network: time moves when the test says so, and every message is kept.</summary>
internal sealed class RoomOfTest : IDisposable
{
    public const MediaTracks Everything =
        MediaTracks.Voice | MediaTracks.Camera | MediaTracks.Screen | MediaTracks.Floor;

    public static readonly PersonId Trainer = Person(1);
    public static readonly PersonId Second = Person(2);

    private readonly TestFolder folder = new();
    private readonly MediaLimits limits;

    public RoomOfTest(MediaLimits? limits = null)
    {
        this.limits = limits ?? new();
        Room = Open();
    }

    public TestClock Clock { get; } = new(new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

    public MediaRoom Room { get; private set; }

    public string Log => folder["room.frames"];

    public string Out => folder["out"];

    public double NowMs => Clock.GetUtcNow().ToUnixTimeMilliseconds();

    public static PersonId Person(byte number) =>
        new(new Guid(0, 0, 0, [0, 0, 0, 0, 0, 0, 0, number]));

    public void Restart()
    {
        Room.Dispose();
        Room = Open();
    }

    public PublishAnswer Publish(byte[] wire, PersonId? by = null, MediaTracks may = Everything) =>
        Room.Publish(by ?? Trainer, may, wire);

    public void Pass(int milliseconds)
    {
        for (var one = 0; one < milliseconds; one += 50)
        {
            Clock.Forward(TimeSpan.FromMilliseconds(Math.Min(50, milliseconds - one)));
            Room.Tick();
        }
    }

    /// <summary>A viewer who acknowledges at once, or never.</summary>
    public ViewerOfTest Watch(
        string name,
        bool isSlow = false,
        bool isStuck = false,
        bool video = true,
        PersonId? person = null
    )
    {
        var viewer = new ViewerOfTest();
        Room.Watch(
            name,
            person ?? Person(9),
            video,
            limits.Credit,
            message =>
            {
                var bytes = viewer.Take(message);
                if (isStuck)
                {
                    return new ValueTask(viewer.Never.Task);
                }

                if (!isSlow && bytes > 0)
                {
                    viewer.Owed += bytes;
                }

                return ValueTask.CompletedTask;
            }
        );
        viewer.Acknowledge = () =>
        {
            var owed = viewer.Owed;
            viewer.Owed = 0;
            Room.Ack(name, owed);
        };
        return viewer;
    }

    public void Dispose()
    {
        Room.Dispose();
        folder.Dispose();
    }

    private MediaRoom Open() => new(Log, limits, Clock);
}

internal sealed class ViewerOfTest
{
    public List<List<MediaPacket>> Messages { get; } = [];

    public List<bool> ToldPictures { get; } = [];

    public TaskCompletionSource Never { get; } = new();

    public int Owed { get; set; }

    public Action Acknowledge { get; set; } = () => { };

    public List<MediaPacket> Packets => [.. Messages.SelectMany(one => one)];

    public List<uint> Sequences(MediaTrack track) =>
        [
            .. Packets
                .Where(one => one.Track == track && one.Config is null)
                .Select(one => one.Sequence),
        ];

    public int Take(SerializedHubMessage message)
    {
        var invocation = (InvocationMessage)message.Message!;
        switch (invocation.Target)
        {
            case "Pictures":
                ToldPictures.Add((bool)invocation.Arguments[0]!);
                return 0;
            default:
                var bytes = (byte[])invocation.Arguments[0]!;
                Messages.Add(Features.Sessions.Media.Packets.Of(bytes));
                return bytes.Length;
        }
    }
}
