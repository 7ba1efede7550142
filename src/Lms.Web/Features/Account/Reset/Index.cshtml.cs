using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.Reset;

/// <summary>Asks for a link; the same words and work for a known and an unknown name.</summary>
[AllowAnonymous]
public sealed class IndexModel(
    ResetLetters letters,
    Throttle throttle,
    ILookupNormalizer normalizer
) : PageModel
{
    [BindProperty]
    public string? Email { get; set; }

    public bool IsAsked { get; private set; }

    /// <summary>Key of the words for what is wrong with what was typed.</summary>
    public string? Fault { get; private set; }

    public IActionResult OnPost()
    {
        // Whether an address is known is never said; that it is none at all helps whoever mistyped it.
        if (Email?.Contains('@', StringComparison.Ordinal) != true)
        {
            Fault = string.IsNullOrWhiteSpace(Email)
                ? "account.reset.missing"
                : "account.reset.no-address";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var name = normalizer.NormalizeName(Email.Trim());
        var turn = throttle.Take(Pace.Reset, HttpContext, Tickets.HashOf(name));
        if (turn.Wait is { } wait)
        {
            return HttpContext.TooSoon(wait);
        }

        letters.Ask(new(name, HttpContext.Texts().Language));
        IsAsked = true;
        return Page();
    }
}
