using Lms.Domain.Certification;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Verify;

/// <param name="Typed">Stays in the field.</param>
/// <param name="IsWrong">The code has been typed with a mistake.</param>
public sealed record CheckForm(string Typed, bool IsWrong);

[AllowAnonymous]
public sealed class IndexModel : PageModel
{
    // A printed address with its code, and nothing much longer.
    private const int LongestTyped = 300;

    [BindProperty]
    public string? Code { get; set; }

    public bool IsWrong { get; private set; }

    public CheckForm Form => new(Code ?? "", IsWrong);

    public IActionResult OnPost()
    {
        var typed = Code ?? "";
        if (typed.Length <= LongestTyped && CertificateCode.Read(CodeIn(typed)) is { } code)
        {
            return LocalRedirect($"/verify/{Uri.EscapeDataString(code)}");
        }

        IsWrong = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    // The code is printed as an address: whoever copies all of it has brought the code.
    private static string CodeIn(string typed)
    {
        const string before = "/verify/";
        var at = typed.LastIndexOf(before, StringComparison.OrdinalIgnoreCase);
        return at < 0
            ? typed
            : Uri.UnescapeDataString(typed[(at + before.Length)..].Split('#', '?')[0]).Trim();
    }
}
