namespace Lms.Web.Features.Manage.Coverage;

public static class CoverageFeature
{
    public static void AddCoverage(this IServiceCollection services)
    {
        services.AddSingleton<CoveringPeople>();
        services.AddScoped<ReadCoverage>();
    }
}
