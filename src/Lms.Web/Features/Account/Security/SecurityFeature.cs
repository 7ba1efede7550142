using Lms.Web.Access;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Features.Account.Security;

public static class SecurityFeature
{
    public static void AddSecurity(this IServiceCollection services, LmsSettings settings)
    {
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<SecondFactor>();
        services.AddScoped<Passkeys>();
        services.AddScoped<IPasskeyHandler<Access.Account>, PasskeyHandler<Access.Account>>();
        services.Configure<IdentityPasskeyOptions>(passkeys =>
        {
            var site = settings.Site.Uri.GetLeftPart(UriPartial.Authority);
            passkeys.ServerDomain = settings.Site.Uri.Host;
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
            passkeys.ValidateOrigin = asked =>
                ValueTask.FromResult(
                    !asked.CrossOrigin
                        && string.Equals(asked.Origin, site, StringComparison.OrdinalIgnoreCase)
                );
        });
    }
}
