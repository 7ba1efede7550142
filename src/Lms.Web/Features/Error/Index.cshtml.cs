using System.Globalization;
using Lms.Domain.Shared;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Error;

/// <summary>A failure in words, and for a script a line of JSON.</summary>
public sealed record Failure(string Code);

/// <summary>
/// The end of every failed request. It answers any method, because the failed request is run again
/// as this page, and it needs neither the database nor a sound form.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class IndexModel : PageModel
{
    private const string TokenField = "__RequestVerificationToken";
    private const string RetryAfterSeconds = "30";

    // The statuses that have words of their own; others speak as the head of their class.
    private static readonly int[] InWords = [400, 401, 403, 404, 409, 429, 500];

    /// <summary>Key under which the words stand: <c>error.{Words}.title</c> and <c>.text</c>.</summary>
    public string Words { get; private set; } = "500";

    /// <summary>Where the failed request was going; null when nobody was sent here by a failure.</summary>
    public string? Original { get; private set; }

    /// <summary>Path and query to send again; null when there is nothing typed to send.</summary>
    public string? Again { get; private set; }

    /// <summary>What was typed, to be sent again.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; private set; } = [];

    /// <summary>How long one who tried too often is asked to wait; null where nothing says so.</summary>
    public int? WaitMinutes =>
        Status == StatusCodes.Status429TooManyRequests
        && int.TryParse(
            Response.Headers.RetryAfter.ToString(),
            CultureInfo.InvariantCulture,
            out var seconds
        )
            ? Math.Max(1, (seconds + 59) / 60)
            : null;

    private int Status => Response.StatusCode;

    private bool IsSetupPending => HttpContext.Items.ContainsKey(FailurePages.SetupPending);

    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        KeepStatus();
        Response.Headers.CacheControl = "no-cache, no-store";
        if (Status == StatusCodes.Status503ServiceUnavailable)
        {
            Response.Headers.RetryAfter = RetryAfterSeconds;
        }

        var (path, query) = FailedAddress();
        if (IsForScript(path))
        {
            context.Result = new JsonResult(new Failure(CodeOfFailure()));
            return;
        }

        Original = path;
        Words = WordsOfStatus();
        if (Words == "503")
        {
            await KeepTypedAsync(path, query);
        }

        await next();
    }

    // Whoever opens the page by its address gets the status the address names.
    private void KeepStatus()
    {
        if (Status < StatusCodes.Status400BadRequest)
        {
            Response.StatusCode =
                RouteData.Values["status"] is string written
                && int.TryParse(written, CultureInfo.InvariantCulture, out var status)
                && status is >= 400 and <= 599
                    ? status
                    : StatusCodes.Status404NotFound;
        }
    }

    private (string? Path, string Query) FailedAddress()
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } thrown)
        {
            return (thrown.Path, Request.QueryString.Value ?? "");
        }

        return HttpContext.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
            ? (refused.OriginalPath, refused.OriginalQueryString ?? "")
            : (null, "");
    }

    private bool IsForScript(string? path)
    {
        if (
            path is not null
            && new PathString(path).StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        )
        {
            return true;
        }

        var accepts = Request.Headers.Accept.ToString();
        return accepts.Contains("application/json", StringComparison.OrdinalIgnoreCase)
            && !accepts.Contains("text/html", StringComparison.OrdinalIgnoreCase);
    }

    private string CodeOfFailure() =>
        HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error is RuleViolation broken
            ? broken.Code
            : Status switch
            {
                StatusCodes.Status401Unauthorized => "sign-in-needed",
                StatusCodes.Status403Forbidden => "forbidden",
                StatusCodes.Status404NotFound => "not-found",
                StatusCodes.Status409Conflict => "conflict",
                StatusCodes.Status429TooManyRequests => "too-many-requests",
                StatusCodes.Status503ServiceUnavailable when IsSetupPending => "setup-pending",
                StatusCodes.Status503ServiceUnavailable => "storage-unavailable",
                >= StatusCodes.Status500InternalServerError => "failure",
                _ => "bad-request",
            };

    private string WordsOfStatus() =>
        Status switch
        {
            StatusCodes.Status503ServiceUnavailable => IsSetupPending ? "setup" : "503",
            _ when InWords.Contains(Status) => Status.ToString(CultureInfo.InvariantCulture),
            >= StatusCodes.Status500InternalServerError => "500",
            _ => "400",
        };

    // Passwords are typed under /account: they are never written into a page.
    private async Task KeepTypedAsync(string? path, string query)
    {
        if (
            path is null
            || !HttpMethods.IsPost(Request.Method)
            || !Request.HasFormContentType
            || new PathString(path).StartsWithSegments(
                "/account",
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            return;
        }

        try
        {
            var form = await Request.ReadFormAsync(HttpContext.RequestAborted);
            Fields =
            [
                .. form.Where(field => field.Key != TokenField)
                    .SelectMany(field =>
                        field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))
                    ),
            ];
            Again = path + query;
        }
        catch (Exception unreadable)
            when (unreadable is IOException or InvalidDataException or InvalidOperationException)
        {
            // Nothing arrived that could be sent again; the page says so by having no button for it.
        }
    }
}
