using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Manage.Reports;

internal static class ReportWords
{
    public static string Period(this Texts texts, ReportChoice choice) =>
        texts.Fill("manage.reports.period", texts.Day(choice.From), texts.Day(choice.Until));
}
