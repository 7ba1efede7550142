using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Admin.People;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>People who may stand in the register twice.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    Duplicates duplicates,
    RegisterReads register,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<TwinGroup> Groups { get; private set; } = [];

    public OrganisationPack Pack => pack;

    /// <summary>The entry whose second one is looked for; null when all are.</summary>
    public Twin? One { get; private set; }

    public string Query { get; private set; } = "";

    /// <summary>Entries under another spelling, which only a person can tell to be the same.</summary>
    public IReadOnlyList<RegisterRow> Others { get; private set; } = [];

    public async Task OnGetAsync(Guid? person, string? q)
    {
        PersonId? only = person is { } asked ? new(asked) : null;
        Groups = await duplicates.FindAsync(only);
        One = only is { } one ? await duplicates.OneAsync(one) : null;
        Query = q?.Trim() ?? "";
        if (One is not null && Query.Length > 0)
        {
            var (found, _) = await register.FindAsync(new(Query, null, ""));
            Others = [.. found.Where(row => row.Name is not null && row.Place != person)];
        }

        await looked.ListAsync(Groups.Sum(group => group.Entries.Count) + Others.Count);
    }
}
