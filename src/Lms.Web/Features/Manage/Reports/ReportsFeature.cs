using Lms.Web.Features.Manage.Reports.Standing;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports;

public static class ReportsFeature
{
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<CourseFacts>();
        services.AddScoped<SavedReports>();
        services.AddScoped<ReadDashboard>();
        services.AddScoped<StandingFigures>();
        services.AddScoped<FreezeReport>();
        // In the order in which they are offered.
        services.AddScoped<LiveReport, CertificationReport>();
        services.AddScoped<LiveReport, HoursReport>();
        services.AddScoped<LiveReport, CommunityReport>();
        services.AddScoped<LiveReport, CompletionReport>();
        services.AddScoped<LiveReport, CompletionListReport>();
        services.AddScoped<LiveReport, CampaignReport>();
        services.AddScoped<LiveReport, GainReport>();
    }
}
