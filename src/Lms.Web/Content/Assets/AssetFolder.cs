using System.Globalization;
using System.Security.Cryptography;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;

namespace Lms.Web.Content.Assets;

/// <summary>
/// Reads <c>assets/</c> of a course: what each file is, by its first bytes. A file with an error is
/// left out, and so is every place that shows it.
/// </summary>
internal sealed class AssetFolder(CourseFolder folder, MediaAddress address)
{
    public const string Name = "assets";
    public const long MostBytes = 64 * 1024 * 1024;
    private const int MostFiles = 1_000;
    private const string InNames = " -._()";

    private readonly Dictionary<string, Asset> assets = new(StringComparer.Ordinal);
    private int files;

    public CourseAssets Read()
    {
        var full = Path.Combine(folder.Full, Name);
        if (Directory.Exists(full))
        {
            ReadFolder(new(full), Name);
        }

        if (files > MostFiles)
        {
            var most = MostFiles.ToString(CultureInfo.InvariantCulture);
            folder.Report(Name, AssetTexts.TooMany, most);
        }

        return new(assets);
    }

    private void ReadFolder(DirectoryInfo inside, string path)
    {
        var entries = inside
            .EnumerateFileSystemInfos()
            .Where(entry => !entry.Name.StartsWith('.'))
            .OrderBy(entry => entry.Name, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var below = $"{path}/{entry.Name}";
            if (entry.LinkTarget is not null)
            {
                folder.Report(below, FileTexts.Link);
            }
            else if (entry is DirectoryInfo next)
            {
                ReadFolder(next, below);
            }
            else if (++files <= MostFiles && entry is FileInfo file)
            {
                ReadFile(file, below);
            }
        }
    }

    private void ReadFile(FileInfo file, string path)
    {
        if (AssetForm.Of(file.Name) is not { } form)
        {
            var extension = file.Extension.TrimStart('.');
            var known = string.Join(' ', AssetForm.All.Keys);
            folder.Report(path, AssetTexts.UnknownForm, extension, known);
        }
        else if (!file.Name.All(letter => char.IsLetterOrDigit(letter) || InNames.Contains(letter)))
        {
            folder.Report(path, AssetTexts.BadName, file.Name);
        }
        else if (file.Length > MostBytes)
        {
            folder.Report(path, AssetTexts.TooBig);
        }
        else if (
            form.Kind is not (AssetKind.Captions or AssetKind.Transcript)
            || folder.Open(path) is not null
        )
        {
            WarnOfSize(file.Length, form, path);
            Keep(file, form, path);
        }
    }

    private void Keep(FileInfo file, AssetForm form, string path)
    {
        try
        {
            using var stream = file.OpenRead();
            if (!Signature.Fits(form.Extension, stream))
            {
                folder.Report(path, AssetTexts.OtherContent, form.Extension);
                return;
            }

            stream.Position = 0;
            if (IsSound(stream, form, path, out var size))
            {
                stream.Position = 0;
                var hash = Convert.ToHexStringLower(SHA256.HashData(stream));
                var media = MediaFile.NameOf(hash, form);
                assets[path] = new(
                    path,
                    file.FullName,
                    form,
                    hash,
                    size,
                    address(folder.Slug, path, media)
                );
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            folder.Report(path, FileTexts.Unreadable);
        }
    }

    /// <summary>Looks into a picture; anything else is as sound as its first bytes.</summary>
    private bool IsSound(Stream stream, AssetForm form, string path, out PictureSize? size)
    {
        var drawing = form.Extension == "svg" ? Drawing.Of(stream) : null;
        size =
            form.Kind != AssetKind.Picture
                ? null
                : drawing?.Size ?? PictureSize.Of(form.Extension, stream);
        var isUnknown = form.Extension == "svg" ? drawing is null : size is null;
        if (form.Kind == AssetKind.Picture && isUnknown)
        {
            folder.Report(path, AssetTexts.OtherContent, form.Extension);
        }
        else if (drawing?.Trouble is { } trouble)
        {
            folder.Report(path, AssetTexts.NotStill, trouble);
        }
        else if (size is { IsFlood: true })
        {
            folder.Report(path, AssetTexts.TooManyPixels, Number(size.Width), Number(size.Height));
        }
        else
        {
            return true;
        }

        return false;
    }

    private void WarnOfSize(long bytes, AssetForm form, string path)
    {
        if (bytes > form.Budget)
        {
            folder.Report(
                path,
                AssetTexts.OverBudget,
                Number(bytes / 1024),
                Number(form.Budget.Value / 1024)
            );
        }
    }

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
