using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// The media of a recording, cut. Whoever keeps the frames says how they are made without the cuts; as
/// long as nobody does, files that hold what was cut are taken away whole.
/// </summary>
public sealed class CutMedia(LmsSettings settings)
{
    /// <summary>Makes the files of a session anew without the cuts, the frames they come from among them.</summary>
    public Func<LiveSessionId, IReadOnlyList<Span>, Task>? Remake { get; set; }

    /// <summary>Where the files of a session are.</summary>
    public string Folder(LiveSessionId session) =>
        Path.Combine(Path.GetFullPath(settings.Data), "media", "live", $"{session.Value:N}");

    /// <summary>The frames that the files are made of.</summary>
    public string Frames(LiveSessionId session) =>
        Path.Combine(Path.GetFullPath(settings.Data), "media", "live", $"{session.Value:N}.frames");

    /// <param name="cuts">All of the session's, joined.</param>
    public async Task ApplyAsync(LiveSessionId session, IReadOnlyList<Span> cuts)
    {
        // Not one moment longer than the cut was decided, whatever comes of making them anew.
        DeleteFiles(session);
        if (Remake is { } remake)
        {
            await remake(session, cuts);
        }
        else
        {
            File.Delete(Frames(session));
        }
    }

    public void Erase(LiveSessionId session)
    {
        DeleteFiles(session);
        File.Delete(Frames(session));
    }

    private void DeleteFiles(LiveSessionId session)
    {
        if (Directory.Exists(Folder(session)))
        {
            Directory.Delete(Folder(session), recursive: true);
        }
    }
}
