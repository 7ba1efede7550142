using Lms.Web.Content;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>The courses as their folders say at this moment, for those who write them.</summary>
public sealed class Drafts(LmsSettings settings, OrganisationPack pack, TimeProvider time)
{
    /// <summary>Where a preview finds the pictures and recordings of a draft.</summary>
    public static string PreviewMedia(string course, string path, string media) =>
        $"/author/media/{course}/{path}";

    public DateOnly Today => pack.DayOf(time.Now());

    public CheckedContent All() => Run(null, null);

    /// <summary>Null when there is no such folder.</summary>
    /// <param name="media">Where its pages find pictures; by default as when published.</param>
    public CheckedCourse? Find(string slug, MediaAddress? media = null) =>
        Run(slug, media).Course(slug);

    private CheckedContent Run(string? only, MediaAddress? media) =>
        ContentCheck.Run(
            settings.Content,
            Path.Combine(settings.Content, "organisation"),
            Today,
            media,
            only
        );
}
