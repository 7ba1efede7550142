namespace Lms.Web.Features.Manage.Evidence;

public static class EvidenceQueueFeature
{
    public static void AddEvidenceQueue(this IServiceCollection services)
    {
        services.AddScoped<EvidenceQueue>();
        services.AddScoped<DecideEvidence>();
        services.AddScoped<PurgeEvidence>();
    }
}
