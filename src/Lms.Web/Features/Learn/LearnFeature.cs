namespace Lms.Web.Features.Learn;

public static class LearnFeature
{
    public static void AddLearn(this IServiceCollection services)
    {
        services.AddScoped<DueReads>();
        services.AddScoped<AskForTime>();
    }
}
