using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Account.Reset;

namespace Lms.Web.Features.Account;

public static class AccountFeature
{
    public static void AddAccount(this IServiceCollection services)
    {
        services.AddSingleton<SetupGate>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SignIn>();
        services.AddScoped<SeedDemo>();
        services.AddScoped<KeepPack>();
        services.AddSingleton<ResetLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetLetters>());
    }
}
