namespace Lms.Web.Features.Sessions.Media;

/// <summary>The measures of the media path. The defaults were measured with a link of 10 kB/s.</summary>
public sealed record MediaLimits
{
    public TimeSpan Batch { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Cost follows messages and not bytes, so a large room gets fewer and larger ones.</summary>
    public TimeSpan LargeBatch { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Viewers from which a room is large.</summary>
    public int LargeRoom { get; init; } = 300;

    /// <summary>Bytes on their way to a viewer that have not been acknowledged, at most.</summary>
    public int Credit { get; init; } = 8 * 1024;

    public int LeastCredit { get; init; } = 2 * 1024;

    public int MostCredit { get; init; } = 64 * 1024;

    /// <summary>What waits for a viewer longer than this is dropped.</summary>
    public TimeSpan Queue { get; init; } = TimeSpan.FromSeconds(1.5);

    /// <summary>Voice that is left when a queue of voice alone grew too long.</summary>
    public TimeSpan VoiceLeft { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>Two overflows within this time switch the pictures off.</summary>
    public TimeSpan OverflowWindow { get; init; } = TimeSpan.FromSeconds(6);

    public TimeSpan PicturesOff { get; init; } = TimeSpan.FromSeconds(10);

    public TimeSpan PicturesOffMost { get; init; } = TimeSpan.FromSeconds(80);

    /// <summary>Voice that a late viewer begins with.</summary>
    public TimeSpan LateVoice { get; init; } = TimeSpan.FromSeconds(0.8);

    /// <summary>Bytes of pictures since a key frame that are kept for a late viewer: 6 s of a camera.</summary>
    public int LatePictures { get; init; } = 160 * 1024;

    /// <summary>They go in messages of about so many bytes, so that a thin line may drop the rest.</summary>
    public int LateMessage { get; init; } = 4 * 1024;

    /// <summary>A track that is silent longer is not shown to a late viewer.</summary>
    public TimeSpan TrackGone { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Calls of one person in a second, over all their connections to the session.</summary>
    public double Calls { get; init; } = 40;

    public double CallBurst { get; init; } = 80;

    /// <summary>Bytes that one person sends in a second: 400 kbit/s.</summary>
    public double Bytes { get; init; } = 50_000;

    public double ByteBurst { get; init; } = 256 * 1024;

    /// <summary>Calls over the limit, besides as many in a second as are allowed, that close the connection.</summary>
    public double Patience { get; init; } = 400;

    public int ConnectionsOfPerson { get; init; } = 4;

    /// <summary>A room without connections is put away after this; its recording stays.</summary>
    public TimeSpan EmptyRoom { get; init; } = TimeSpan.FromMinutes(10);
}
