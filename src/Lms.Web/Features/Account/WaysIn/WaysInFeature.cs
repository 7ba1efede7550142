using Lms.Web.Features.Shared.WaysIn;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>The ways in for whom nobody has an e-mail: paper, a code in person, a request.</summary>
public static class WaysInFeature
{
    public static void AddWaysIn(this IServiceCollection services)
    {
        services.AddScoped<AddPerson>();
        services.AddScoped<InvitePerson>();
        services.AddScoped<SendInvitation>();
        services.AddScoped<CodesGiven>();
        services.AddScoped<AcceptInvitation>();
        services.AddScoped<UseCode>();
        services.AddScoped<AskToRegister>();
        services.AddSingleton<RegistrationLetters>();
        services.AddHostedService(provider => provider.GetRequiredService<RegistrationLetters>());
    }
}
