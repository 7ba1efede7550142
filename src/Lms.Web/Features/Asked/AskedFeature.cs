namespace Lms.Web.Features.Asked;

public static class AskedFeature
{
    public static void AddAsked(this IServiceCollection services) =>
        services.AddScoped<AnswerQuestion>();
}
