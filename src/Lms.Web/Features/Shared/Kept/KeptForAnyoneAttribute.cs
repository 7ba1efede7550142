using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Lms.Web.Features.Shared.Kept;

/// <summary>
/// Keeps what the page says to those without an account. A page with a form sets a cookie of its own
/// and is never kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KeptForAnyoneAttribute : Attribute, IAsyncResourceFilter
{
    public async Task OnResourceExecutionAsync(
        ResourceExecutingContext context,
        ResourceExecutionDelegate next
    )
    {
        var http = context.HttpContext;
        var pages = http.RequestServices.GetRequiredService<KeptPages>();
        if (!pages.IsFor(http.Request))
        {
            await next();
            return;
        }

        // Before the page chooses what to show: else an old page could be kept as of the new courses.
        var of = await http.RequestServices.GetRequiredService<PublishedCourses>().AllAsync();
        var answer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var page = new MemoryStream();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(page));
        try
        {
            await next();
        }
        finally
        {
            http.Features.Set(answer);
        }

        if (IsSameForAll(http.Response))
        {
            await pages
                .Keep(http.Request.Path.Value!, http.Texts().Language, of, page.ToArray())
                .WriteAsync(http);
        }
        else
        {
            page.Position = 0;
            await page.CopyToAsync(answer.Stream, http.RequestAborted);
        }
    }

    private static bool IsSameForAll(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status200OK
        && response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true
        && response.Headers.SetCookie.Count == 0
        && !response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);
}
