using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Features.Attendances;
using Lms.Web.Tests.Features.Sessions.Media;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Recordings;

/// <summary>Frames of a session, as its media room leaves them.</summary>
internal static class RecordedVoice
{
    /// <summary>Somebody speaks from a second to a second; each frame carries the mark.</summary>
    public static async Task SpeaksAsync(
        this HeldSession held,
        int from,
        int until,
        byte mark,
        bool isLast = false
    )
    {
        var opened = held.Session.OpenedAt!.Value.ToUnixTimeMilliseconds();
        using var log = FrameLog.Open(held.Media().Frames(held.Id));
        for (var one = (uint)from * 10; one < until * 10; one++)
        {
            log.Append(opened + (100 * one) + 80, Packets.Voice(one, 100 * one, mark: mark));
        }

        if (isLast)
        {
            log.End(opened + (until * 1000));
        }

        await log.FlushAsync();
    }

    public static CutMedia Media(this HeldSession held) =>
        held.Host.Services.GetRequiredService<CutMedia>();

    /// <summary>Marks that are heard in the file of the voice.</summary>
    public static IReadOnlyList<byte> MarksOf(string voice) =>
        Heard(WebmOfTest.Read(voice).Frames.Select(one => one.Frame[1]));

    /// <summary>Marks that are kept in the frames.</summary>
    public static IReadOnlyList<byte> KeptIn(string frames) =>
        Heard(
            FrameLog
                .Read(frames)
                .OfType<FrameRecord.Frames>()
                .SelectMany(one => one.Packet.Frames)
                .Select(one => one.Bytes.Span[1])
        );

    // Silence is marked with 0xFF.
    private static IReadOnlyList<byte> Heard(IEnumerable<byte> marks) =>
        [.. marks.Where(one => one != 0xFF).Distinct().Order()];
}
