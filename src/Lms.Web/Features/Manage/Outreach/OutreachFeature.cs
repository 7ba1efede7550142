namespace Lms.Web.Features.Manage.Outreach;

public static class OutreachFeature
{
    public static void AddOutreach(this IServiceCollection services) =>
        services.AddScoped<RecordOutreach>();
}
