using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lms.Web.Access;

/// <summary>
/// A page for which its visitor has proved lately who they are; else they are asked for the password
/// or the passkey and come back. A form opened in time may be filled in for a while longer.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshSignInAttribute : Attribute, IAsyncPageFilter
{
    public static readonly TimeSpan ToOpen = TimeSpan.FromMinutes(15);
    public static readonly TimeSpan ToSend = TimeSpan.FromMinutes(30);

    /// <summary>Anyone may look; only its forms ask.</summary>
    public bool SendingAlone { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) =>
        Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var isReading = HttpMethods.IsGet(http.Request.Method);
        var proved = http.RequestServices.GetRequiredService<CurrentViewer>().Viewer.ProvedAt;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().Now();
        if (
            (isReading && SendingAlone)
            || proved is null
            || now - proved <= (isReading ? ToOpen : ToSend)
        )
        {
            return next();
        }

        // The handler of a form is no page to come back to.
        var query = isReading ? http.Request.QueryString.Value : "";
        var from = Uri.EscapeDataString(http.Request.Path + query);
        context.Result = new RedirectResult($"/account/login?again=true&from={from}");
        return Task.CompletedTask;
    }
}
