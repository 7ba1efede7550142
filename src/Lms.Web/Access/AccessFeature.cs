using Lms.Web.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Access;

public static class AccessFeature
{
    public static void AddAccess(this WebApplicationBuilder builder, LmsSettings settings)
    {
        var services = builder.Services;
        var isHttps = CookieNames.IsSecure(settings);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentViewer>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<Throttle>();
        services.AddSingleton<KnownDevices>();
        services.Configure<CookieTempDataProviderOptions>(told =>
        {
            told.Cookie.Name = CookieNames.Of(settings, "lms-told");
            told.Cookie.Path = "/";
            told.Cookie.SecurePolicy = isHttps
                ? CookieSecurePolicy.Always
                : CookieSecurePolicy.SameAsRequest;
        });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = CookieNames.Of(settings, "lms-form");
            form.Cookie.Path = "/";
            form.Cookie.SecurePolicy = isHttps
                ? CookieSecurePolicy.Always
                : CookieSecurePolicy.SameAsRequest;
        });
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
                    cookie.Cookie.Name = CookieNames.Of(settings, "lms");
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
        services.AddSingleton<NormalisingHasher>();
        services.AddSingleton<IPasswordHasher<Account>>(provider =>
            provider.GetRequiredService<NormalisingHasher>()
        );
        services
            .AddIdentityCore<Account>(identity =>
            {
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
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        || request.Path.StartsWithSegments("/hubs", StringComparison.Ordinal);

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
