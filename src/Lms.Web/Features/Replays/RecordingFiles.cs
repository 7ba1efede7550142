using Lms.Domain.Live;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Replays;

/// <summary>
/// The files of a recording, as the muxer leaves them: a moment of the session is the same moment in
/// each, so that a player needs no map.
/// </summary>
public sealed class RecordingFiles(CutMedia media)
{
    public static readonly IReadOnlyList<string> Tracks = ["voice", "camera", "screen", "floor"];

    public string Folder(LiveSessionId session) => media.Folder(session);

    /// <summary>Null when there is no such track, or nothing of it was recorded.</summary>
    public FileInfo? Find(LiveSessionId session, string track)
    {
        if (!Tracks.Contains(track))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(Folder(session), $"{track}.webm"));
        return file.Exists ? file : null;
    }

    public IReadOnlyList<string> Of(LiveSessionId session) =>
        [.. Tracks.Where(track => Find(session, track) is not null)];
}
