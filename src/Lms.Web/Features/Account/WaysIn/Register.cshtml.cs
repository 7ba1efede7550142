using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Account.WaysIn;

/// <summary>Someone asks for an account; only where the pack lets people ask.</summary>
[AllowAnonymous]
[Paced(Pace.Registration)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class RegisterModel(
    AskToRegister ask,
    InstitutionReads institutions,
    OrganisationPack pack
) : PageModel
{
    public OrganisationPack Pack => pack;

    [BindProperty]
    public PersonFields Person { get; set; } = new();

    public List<FieldFault> Faults { get; } = [];

    public bool IsDone { get; private set; }

    public PersonForm Form =>
        new(
            Person,
            Faults,
            CommunityNames.Groups(pack, HttpContext.Texts(), _ => true),
            HasLatin: false
        );

    public IActionResult OnGet(bool done)
    {
        IsDone = done;
        return pack.HasRegistration ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!pack.HasRegistration)
        {
            return NotFound();
        }

        if (Person.Read(pack, await institutions.CodesAsync(), Faults) is not { } about)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await ask.RunAsync(about);
        return LocalRedirect("/account/register?done=true");
    }
}
