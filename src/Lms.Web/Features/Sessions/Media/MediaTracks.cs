namespace Lms.Web.Features.Sessions.Media;

/// <summary>Tracks a person may publish on.</summary>
[Flags]
public enum MediaTracks
{
    None = 0,
    Voice = 1,
    Camera = 2,
    Screen = 4,
    Floor = 8,
}

internal static class MediaTracksExtensions
{
    public static bool Has(this MediaTracks tracks, MediaTrack track) =>
        tracks.HasFlag(
            track switch
            {
                MediaTrack.Voice => MediaTracks.Voice,
                MediaTrack.Camera => MediaTracks.Camera,
                MediaTrack.Screen => MediaTracks.Screen,
                MediaTrack.Floor => MediaTracks.Floor,
            }
        );
}
