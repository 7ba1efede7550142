using Lms.Web.Features.Shared.Erasing;

namespace Lms.Web.Features.Privacy;

public static class PrivacyFeature
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<ErasureFile>();
        services.AddSingleton<AfterErasure>();
        services.AddScoped<ErasePerson>();
        services.AddScoped<ErasureLedger>();
        services.AddScoped<AskErasure>();
        services.AddScoped<ErasePeopleDue>();
        services.AddSingleton<GoneThrough>();
        services.AddScoped<FindSessionsToForget>();
        services.AddScoped<ForgetSessions>();
        services.AddScoped<ApplyRetention>();
        services.AddScoped<ExportPerson>();
        services.AddScoped<UnusedAccounts>();
    }
}
