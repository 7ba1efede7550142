namespace Lms.Web.Features.Sessions.Media;

/// <summary>What the publisher is told of one packet. Names are the wire's.</summary>
public enum PublishAnswer
{
    Taken,

    /// <summary>Broken or over the limits; sending it again is of no use.</summary>
    Malformed,

    /// <summary>This person may not speak on this track, or not now.</summary>
    Refused,

    /// <summary>Someone else has begun to publish on this track.</summary>
    Replaced,

    /// <summary>The room does not know how to decode this track: send its configuration and a key frame.</summary>
    NeedsConfig,

    /// <summary>Too much in a second; drop it and send less.</summary>
    TooFast,

    /// <summary>The session is over.</summary>
    Ended,
}
