using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Away;

/// <summary>A page that says nothing of what was read before it; the same key leads back.</summary>
[AllowAnonymous]
public sealed class IndexModel(OrganisationPack pack, TimeProvider time) : PageModel
{
    public DateOnly Today => pack.DayOf(time.Now());
}
