namespace Lms.Web.Features.Audits;

public static class AuditsFeature
{
    public static void AddAudits(this IServiceCollection services) =>
        services.AddScoped<AuditFigures>();
}
