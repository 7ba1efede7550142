using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>People who may stand in the register twice.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(Duplicates duplicates, LookedAt looked, OrganisationPack pack)
    : PageModel
{
    public IReadOnlyList<TwinGroup> Groups { get; private set; } = [];

    public OrganisationPack Pack => pack;

    public async Task OnGetAsync(Guid? person)
    {
        Groups = await duplicates.FindAsync(person is { } one ? new PersonId(one) : null);
        await looked.ListAsync(Groups.Sum(group => group.Entries.Count));
    }
}
