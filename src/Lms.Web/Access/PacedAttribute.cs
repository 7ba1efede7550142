using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lms.Web.Access;

/// <summary>
/// A page whose forms are slowed down for a network and for everyone together. What counts for a name
/// too, the page asks of <see cref="Throttle"/> itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PacedAttribute(Pace pace) : Attribute, IAsyncPageFilter
{
    /// <summary>Looking counts too, not only sending.</summary>
    public bool CountsReading { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        if (CountsReading || !HttpMethods.IsGet(http.Request.Method))
        {
            var turn = http.RequestServices.GetRequiredService<Throttle>().Take(pace, http);
            if (turn.Wait is { } wait)
            {
                context.Result = http.TooSoon(wait);
                return Task.CompletedTask;
            }
        }

        return next();
    }
}

public static class Paces
{
    /// <summary>429 with the seconds to wait; the failure page says them in words.</summary>
    public static StatusCodeResult TooSoon(this HttpContext http, TimeSpan wait)
    {
        Tell(http, wait);
        return new StatusCodeResult(StatusCodes.Status429TooManyRequests);
    }

    /// <summary>The same for an endpoint that is no page; every method counts.</summary>
    public static RouteHandlerBuilder WithPace(this RouteHandlerBuilder endpoint, Pace pace) =>
        endpoint.AddEndpointFilter(
            (context, next) =>
            {
                var http = context.HttpContext;
                var turn = http.RequestServices.GetRequiredService<Throttle>().Take(pace, http);
                if (turn.Wait is not { } wait)
                {
                    return next(context);
                }

                Tell(http, wait);
                return ValueTask.FromResult<object?>(
                    Results.StatusCode(StatusCodes.Status429TooManyRequests)
                );
            }
        );

    private static void Tell(HttpContext http, TimeSpan wait) =>
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
}
