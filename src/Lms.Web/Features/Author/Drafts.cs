using Lms.Web.Content;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Author;

/// <summary>The courses as their folders say at this moment.</summary>
public sealed class Drafts(LmsSettings settings, OrganisationPack pack, TimeProvider time)
{
    public CheckedContent All() => Run(null, null);

    /// <summary>Null when there is no such folder.</summary>
    /// <param name="media">Where its pages find pictures; by default as when published.</param>
    public CheckedCourse? Find(string slug, MediaAddress? media = null) =>
        Run(slug, media).Course(slug);

    private CheckedContent Run(string? only, MediaAddress? media) =>
        ContentCheck.Run(
            settings.Content,
            Path.Combine(settings.Content, "organisation"),
            pack.DayOf(time.Now()),
            media,
            only
        );
}
