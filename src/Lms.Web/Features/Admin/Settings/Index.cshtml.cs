using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Settings;

/// <summary>The installation as it is, what it still lacks, and whether its mail arrives.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(InstallationFacts facts) : PageModel
{
    public InstallationFacts Facts => facts;

    /// <summary>Key of the words for what was refused; null when nothing.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnPostMailAsync([FromServices] TestMail test)
    {
        var texts = HttpContext.Texts();
        switch (await test.RunAsync(texts))
        {
            case MailTestAnswer.Queued:
                Told = texts["admin.settings.mail.queued"];
                return LocalRedirect("/admin/settings");
            case MailTestAnswer.NoAddress:
                Refused = "admin.settings.mail.no-address";
                return Page();
            case MailTestAnswer.TooMany:
            default:
                Refused = "admin.settings.mail.too-many";
                return Page();
        }
    }
}
