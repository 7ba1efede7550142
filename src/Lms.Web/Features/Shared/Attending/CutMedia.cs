using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Attending;

/// <summary>
/// The media of a recording, cut. Whoever keeps the frames says how they are made without the cuts; as
/// long as nobody does, files that hold what was cut are taken away whole.
/// </summary>
public sealed class CutMedia(LmsSettings settings)
{
    /// <summary>Makes the files of a session anew without the cuts, the frames they come from among them.</summary>
    public Func<LiveSessionId, Task>? Remake { get; set; }

    /// <summary>
    /// Makes files of what was recorded of a session so far, while it runs, unless they are fresh; nobody
    /// waits for it. They say by their time how far they reach.
    /// </summary>
    public Action<LiveSessionId>? Grow { get; set; }

    /// <summary>Where the files of a session are.</summary>
    public string Folder(LiveSessionId session) =>
        Path.Combine(Path.GetFullPath(settings.Data), "media", "live", $"{session.Value:N}");

    /// <summary>The frames that the files are made of.</summary>
    public string Frames(LiveSessionId session) =>
        Path.Combine(Path.GetFullPath(settings.Data), "media", "live", $"{session.Value:N}.frames");

    /// <summary>After a cut was written down.</summary>
    public async Task ApplyAsync(LiveSessionId session)
    {
        // Not one moment longer than the cut was decided, whatever comes of making them anew.
        DeleteFiles(session);
        if (Remake is { } remake)
        {
            await remake(session);
        }
        else
        {
            DeleteFrames(session);
        }
    }

    /// <summary>What is played; the frames it is made of stay.</summary>
    public void DeleteFiles(LiveSessionId session)
    {
        if (Directory.Exists(Folder(session)))
        {
            Directory.Delete(Folder(session), recursive: true);
        }
    }

    public void Erase(LiveSessionId session)
    {
        DeleteFiles(session);
        DeleteFrames(session);
        foreach (var half in Halves(session))
        {
            File.Delete(half);
        }
    }

    // Where nothing was ever recorded there is no folder either.
    private void DeleteFrames(LiveSessionId session)
    {
        if (File.Exists(Frames(session)))
        {
            File.Delete(Frames(session));
        }
    }

    // What a crash left of frames that were being cut.
    private IEnumerable<string> Halves(LiveSessionId session) =>
        Path.GetDirectoryName(Frames(session)) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, $".{session.Value:N}.frames*")
            : [];
}
