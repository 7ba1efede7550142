using System.Threading.RateLimiting;
using Lms.Web.Access;
using Lms.Web.Content;

namespace Lms.Web.Features.Account;

public static class AccountFeature
{
    public const string SignInRate = "sign-in";

    public static void AddAccount(this IServiceCollection services)
    {
        services.AddSingleton<SetupGate>();
        services.AddScoped<FirstAdministrator>();
        services.AddScoped<SignIn>();
        services.AddScoped<SeedDemo>();
        services.AddScoped<KeepPack>();
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignInRate, http => PerAddress(http));
        });
    }

    // Slows guessing from one place; nobody's account is ever locked by a stranger.
    private static RateLimitPartition<string> PerAddress(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new SlidingWindowRateLimiterOptions
                {
                    PermitLimit = 60,
                    Window = TimeSpan.FromMinutes(1),
                    SegmentsPerWindow = 6,
                }
            )
            : RateLimitPartition.GetNoLimiter("");
}
