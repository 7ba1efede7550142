namespace Lms.Web.Content.Assets;

public enum AssetKind
{
    Picture,
    Audio,
    Video,

    /// <summary>The words of an audio or a video, shown as it plays.</summary>
    Captions,

    /// <summary>The words of an audio or a video, to be read.</summary>
    Transcript,

    /// <summary>Downloaded, never shown on a page.</summary>
    Document,
}

/// <summary>A kind of file that may stand in <c>assets/</c>.</summary>
/// <param name="Extension">Lower case, without the dot.</param>
/// <param name="MediaType">As the server names it.</param>
public sealed record AssetForm(string Extension, AssetKind Kind, string MediaType)
{
    private const string Office = "application/vnd.openxmlformats-officedocument";

    public static readonly IReadOnlyDictionary<string, AssetForm> All = new AssetForm[]
    {
        new("png", AssetKind.Picture, "image/png"),
        new("jpg", AssetKind.Picture, "image/jpeg"),
        new("jpeg", AssetKind.Picture, "image/jpeg"),
        new("webp", AssetKind.Picture, "image/webp"),
        new("svg", AssetKind.Picture, "image/svg+xml"),
        new("mp3", AssetKind.Audio, "audio/mpeg"),
        new("ogg", AssetKind.Audio, "audio/ogg"),
        new("mp4", AssetKind.Video, "video/mp4"),
        new("webm", AssetKind.Video, "video/webm"),
        new("vtt", AssetKind.Captions, "text/vtt; charset=utf-8"),
        new("txt", AssetKind.Transcript, "text/plain; charset=utf-8"),
        new("md", AssetKind.Transcript, "text/plain; charset=utf-8"),
        new("pdf", AssetKind.Document, "application/pdf"),
        new("docx", AssetKind.Document, $"{Office}.wordprocessingml.document"),
        new("odt", AssetKind.Document, "application/vnd.oasis.opendocument.text"),
    }.ToDictionary(form => form.Extension);

    /// <summary>Past it, <c>check</c> warns; null for what loads only when it is asked for.</summary>
    public long? Budget =>
        Kind switch
        {
            AssetKind.Picture => 300 * 1024,
            AssetKind.Audio => 5 * 1024 * 1024,
            AssetKind.Video => null,
            AssetKind.Captions => null,
            AssetKind.Transcript => null,
            AssetKind.Document => null,
        };

    /// <summary>
    /// Whether a browser may show it by itself. A drawing may hold scripts: it is shown in a page, where
    /// they do not run, and otherwise downloaded.
    /// </summary>
    public bool IsShownAlone =>
        Extension != "svg"
        && Kind switch
        {
            AssetKind.Picture => true,
            AssetKind.Audio => true,
            AssetKind.Video => true,
            AssetKind.Captions => false,
            AssetKind.Transcript => true,
            AssetKind.Document => false,
        };

    /// <summary>By the end of a file's name, in any case; null when such files have no place.</summary>
    public static AssetForm? Of(string name) =>
        All.GetValueOrDefault(Path.GetExtension(name).TrimStart('.').ToLowerInvariant());
}
