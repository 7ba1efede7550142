using Lms.Web.Features.Admin.Audit;

namespace Lms.Web.Features.Admin;

public static class AdminFeature
{
    public static void AddAdmin(this IServiceCollection services)
    {
        services.AddScoped<GiveCourse>();
        services.AddScoped<TrainerReads>();
        services.AddScoped<AuditReads>();
        services.AddScoped<ExportLog>();
    }
}
