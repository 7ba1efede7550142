using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Attending;

public static class SpokenWords
{
    /// <summary>Whether it holds what somebody said: what a cut, an erasure and retention take away.</summary>
    public static bool IsWords(this RoomEvent what) =>
        what is RoomEvent.ChatPosted or RoomEvent.Asked or RoomEvent.CaptionTyped;
}
