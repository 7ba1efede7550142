namespace Lms.Web.Features.Manage.Deputies;

public static class DeputiesFeature
{
    public static void AddDeputies(this IServiceCollection services) =>
        services.AddScoped<DeputyReads>();
}
