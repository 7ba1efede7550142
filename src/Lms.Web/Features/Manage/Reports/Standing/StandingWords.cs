using System.Globalization;
using Lms.Domain.Reports;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.Reports.Standing;

internal static class StandingWords
{
    public static string Of(this Texts texts, ReportAudience audience) =>
        texts[
            audience switch
            {
                ReportAudience.CoordinationCouncil => "manage.standing.for.council",
                ReportAudience.Donor => "manage.standing.for.donor",
                ReportAudience.Ministry => "manage.standing.for.ministry",
                ReportAudience.SocialOrder => "manage.standing.for.social-order",
            }
        ];

    /// <summary>To the second, by the clock of the organisation: up to then everything is counted.</summary>
    public static string CutOff(this Texts texts, OrganisationPack pack, DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, pack.TimeZone);
        var hour = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        return $"{texts.Day(DateOnly.FromDateTime(local.DateTime))}, {hour}";
    }

    public static string Of(this Texts texts, Quarter quarter) =>
        texts.Fill("manage.standing.quarter.of", quarter.Number, $"{quarter.Year}");
}
