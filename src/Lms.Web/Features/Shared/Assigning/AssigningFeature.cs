namespace Lms.Web.Features.Shared.Assigning;

public static class AssigningFeature
{
    public static void AddAssigning(this IServiceCollection services)
    {
        services.AddSingleton<RecomputeMemberships>();
        services.AddSingleton<Duties>();
        services.AddSingleton<DutyWords>();
    }
}
