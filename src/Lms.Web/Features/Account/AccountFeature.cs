using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Account.Reset;
using Lms.Web.Features.Shared.Demo;
using Lms.Web.Features.Shared.Register;

namespace Lms.Web.Features.Account;

public static class AccountFeature
{
    public static void AddAccount(this IServiceCollection services)
    {
        services.AddSingleton<SetupGate>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SignIn>();
        services.AddScoped<SeedDemo>();
        services.AddScoped<FillDemo>();
        services.AddScoped<SetUnavailability>();
        services.AddScoped<InstitutionReads>();
        services.AddSingleton<KeptRegister>();
        services.AddScoped<KeepPack>();
        services.AddSingleton<ResetLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<ResetLetters>());
    }
}
