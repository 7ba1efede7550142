namespace Lms.Web.Features.Sessions.Live;

/// <summary>What a device's link carries, as it says itself.</summary>
internal enum LinkBand
{
    All,

    /// <summary>Voice and slides: 35 kbit/s at most.</summary>
    Voice,

    /// <summary>Captions and slides: 2 kbit/s at most.</summary>
    Text,
}
