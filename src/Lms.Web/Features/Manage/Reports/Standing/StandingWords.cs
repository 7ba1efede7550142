using Lms.Domain.Reports;
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

    public static string Of(this Texts texts, Quarter quarter) =>
        texts.Fill("manage.standing.quarter.of", quarter.Number, $"{quarter.Year}");
}
