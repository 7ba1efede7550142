using Lms.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace Lms.Web.Access;

public static class AccessFeature
{
    public static void AddAccess(this WebApplicationBuilder builder, LmsSettings settings)
    {
        var services = builder.Services;
        var isHttps = settings.Site.Uri.Scheme == Uri.UriSchemeHttps;
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<ViewerReads>();
        services.AddScoped<SignInDatabase>();
        services.AddScoped(provider =>
            provider
                .GetRequiredService<LmsDatabase>()
                .Open(provider.GetRequiredService<CurrentViewer>().Viewer)
        );
        services
            .AddDataProtection()
            .SetApplicationName("lms")
            .PersistKeysToFileSystem(new(Path.Combine(settings.Data, "keys", "protection")));

        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                cookie =>
                {
                    cookie.Cookie.Name = isHttps ? "__Host-lms" : "lms";
                    cookie.Cookie.SecurePolicy = isHttps
                        ? CookieSecurePolicy.Always
                        : CookieSecurePolicy.SameAsRequest;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.ExpireTimeSpan = Sessions.Idle;
                    cookie.LoginPath = "/account/login";
                    cookie.LogoutPath = "/account/logout";
                    cookie.AccessDeniedPath = "/error/403";
                    cookie.ReturnUrlParameter = "from";
                    cookie.Events.OnValidatePrincipal = SignInCookie.CheckAsync;
                    cookie.Events.OnRedirectToLogin = Unless(
                        IsApi,
                        StatusCodes.Status401Unauthorized
                    );
                    cookie.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                }
            );
        services
            .AddIdentityCore<Account>(identity =>
            {
                // NIST SP 800-63B-4, 3.1.1: length alone, no rules of composition.
                identity.Password.RequiredLength = 15;
                identity.Password.RequireDigit = false;
                identity.Password.RequireLowercase = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireNonAlphanumeric = false;
                identity.User.RequireUniqueEmail = true;
            })
            .AddUserStore<AccountStore>()
            .AddDefaultTokenProviders();

        services.AddScoped<IAuthorizationHandler, RoleCheck>();
        var authorization = services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var role in Enum.GetValues<AccessRole>())
        {
            authorization.AddPolicy(
                role.ToString(),
                policy =>
                    policy.RequireAuthenticatedUser().AddRequirements(new RoleRequirement(role))
            );
        }
    }

    private static bool IsApi(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static Func<
        Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>,
        Task
    > Unless(Func<HttpRequest, bool> exception, int status) =>
        context =>
        {
            if (exception(context.Request))
            {
                context.Response.StatusCode = status;
            }
            else
            {
                context.Response.Redirect(context.RedirectUri);
            }

            return Task.CompletedTask;
        };
}
