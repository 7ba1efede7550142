using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>What people are called to learn these days, in a strip above the rest.</summary>
public sealed record CampaignBanner(
    string Title,
    string Text,
    string Language,
    string Address,
    string? Day
)
{
    /// <summary>Null out of season, and where the one of the season has no words for a strip.</summary>
    public static CampaignBanner? Of(OrganisationPack pack, DateOnly today, Texts texts)
    {
        var campaign = pack.Campaigns.FirstOrDefault(one => one.IsOn(today));
        if (campaign?.Texts.In(texts.Language) is not { Banner.Length: > 0 } words)
        {
            return null;
        }

        return new(
            words.Title,
            words.Banner,
            words.Language,
            campaign.Courses is [var only] ? $"/courses/{only}" : "/courses",
            campaign
                .Days.FirstOrDefault(day => day.On == new MonthDay(today.Month, today.Day))
                ?.Name.In(texts.Language)
        );
    }
}
