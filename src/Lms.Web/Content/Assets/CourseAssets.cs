using Lms.Web.Content.Courses;

namespace Lms.Web.Content.Assets;

/// <summary>The assets of a course, and which of them its texts use.</summary>
internal sealed class CourseAssets(IReadOnlyDictionary<string, Asset> byPath)
{
    private static readonly string[] Languages = ["uk", "en"];

    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => byPath.Keys;

    /// <summary>What a version must keep, each name once.</summary>
    public IReadOnlyList<MediaFile> Used =>
        [
            .. byPath
                .Values.Where(asset => used.Contains(asset.Path))
                .Select(asset => new MediaFile(
                    MediaFile.NameOf(asset.Sha256, asset.Form),
                    asset.Full
                ))
                .DistinctBy(file => file.Name),
        ];

    /// <summary>The asset of a text that shows it or links to it; null when there is none.</summary>
    public Asset? Use(string path)
    {
        if (!byPath.TryGetValue(path, out var asset))
        {
            return null;
        }

        used.Add(path);
        return asset;
    }

    /// <summary>The captions beside a recording: <c>x.uk.vtt</c> for <c>x.mp4</c>.</summary>
    public IReadOnlyList<(string Language, Asset Track)> UseCaptionsOf(Asset recording)
    {
        var name = Path.ChangeExtension(recording.Path, null);
        return
        [
            .. Languages
                .Select(language => (language, Use($"{name}.{language}.vtt")))
                .Where(found => found.Item2 is not null)
                .Select(found => (found.language, found.Item2!)),
        ];
    }

    /// <summary>Once every text has been read.</summary>
    public void WarnOfUnused(CourseFolder folder)
    {
        foreach (var asset in byPath.Values.Where(asset => !used.Contains(asset.Path)))
        {
            folder.Report(asset.Path, AssetTexts.Unused);
        }
    }
}
