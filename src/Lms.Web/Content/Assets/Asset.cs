namespace Lms.Web.Content.Assets;

/// <summary>A sound file of <c>assets/</c>.</summary>
/// <param name="Path">Within the course folder, with forward slashes.</param>
/// <param name="Full">On the disk.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
/// <param name="Size">Of a picture, when its header tells it.</param>
/// <param name="Address">From the root of the site: what the page asks for.</param>
internal sealed record Asset(
    string Path,
    string Full,
    AssetForm Form,
    string Sha256,
    PictureSize? Size,
    string Address
)
{
    public string FileName => System.IO.Path.GetFileName(Path);
}

/// <summary>Where a page finds an asset.</summary>
/// <param name="course">The slug.</param>
/// <param name="path">Within the course folder.</param>
/// <param name="media">The name that its bytes give it.</param>
public delegate string MediaAddress(string course, string path, string media);

/// <summary>A file that publishing keeps, so that no version ever loses it.</summary>
/// <param name="Name">SHA-256 of its bytes and the ending: <c>…64 digits….png</c>.</param>
/// <param name="Source">On the disk, in the course folder.</param>
public sealed record MediaFile(string Name, string Source)
{
    /// <summary>Of a published version.</summary>
    public static string Published(string course, string path, string media) => $"/media/{media}";

    public static string NameOf(string sha256, AssetForm form) => $"{sha256}.{form.Extension}";
}
