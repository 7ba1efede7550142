using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Places;

/// <summary>The communities a manager follows: who can be called there, what works there, who had to leave.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[FreshSignIn(SendingAlone = true)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(PlaceReads reads, ChangePlaces places) : PageModel
{
    /// <summary>Null while none is chosen.</summary>
    public PlaceCard? Card { get; private set; }

    public IReadOnlyList<PlaceRow> Rows { get; private set; } = [];

    public string Query { get; private set; } = "";

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public DateOnly Today => reads.Today;

    /// <summary>Key of why it was not taken.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(string? community, string? q, int p = 1) =>
        community is { Length: > 0 } ? await ShowAsync(community) : await ListAsync(q, p);

    public Task<IActionResult> OnPostInstitutionAsync(
        string? community,
        string? uk,
        string? en,
        string? kind
    ) => AnswerAsync(community, code => places.AddInstitutionAsync(code, uk, en, kind));

    public Task<IActionResult> OnPostContactAsync(
        string? community,
        string? name,
        string? number,
        string? verified
    ) =>
        AnswerAsync(
            community,
            code =>
                GrantWords.DayTyped(verified) is { } day
                    ? places.RecordContactAsync(code, name, number, day)
                    : Task.FromResult(PlaceAnswer.BadDays)
        );

    public Task<IActionResult> OnPostConfirmAsync(string? community, Guid contact) =>
        AnswerAsync(community, code => places.ConfirmContactAsync(code, new(contact)));

    public Task<IActionResult> OnPostRemoveAsync(string? community, Guid contact) =>
        AnswerAsync(community, code => places.RemoveContactAsync(code, new(contact)));

    public Task<IActionResult> OnPostEvacuateAsync(
        string? community,
        string? from,
        string? until,
        string? reason
    ) =>
        AnswerAsync(
            community,
            code =>
                GrantWords.DayTyped(from) is not { } first
                || (!string.IsNullOrWhiteSpace(until) && GrantWords.DayTyped(until) is null)
                    ? Task.FromResult(PlaceAnswer.BadDays)
                    : places.EvacuateAsync(code, first, GrantWords.DayTyped(until), reason)
        );

    public Task<IActionResult> OnPostReturnAsync(
        string? community,
        Guid evacuation,
        string? last
    ) =>
        AnswerAsync(
            community,
            code =>
                GrantWords.DayTyped(last) is { } day
                    ? places.ReturnAsync(code, new(evacuation), day)
                    : Task.FromResult(PlaceAnswer.BadDays)
        );

    private async Task<IActionResult> AnswerAsync(
        string? community,
        Func<TerritoryCode, Task<PlaceAnswer>> change
    )
    {
        var code = new TerritoryCode(community ?? "");
        if (!places.Follows(code))
        {
            return NotFound();
        }

        switch (await change(code))
        {
            case PlaceAnswer.Done:
                Told = HttpContext.Texts()["manage.places.saved"];
                return LocalRedirect(
                    $"/manage/places?community={Uri.EscapeDataString(code.Value)}"
                );
            case PlaceAnswer.Unknown:
                return NotFound();
            case PlaceAnswer.BadWords:
                Refused = "manage.places.bad-words";
                break;
            case PlaceAnswer.BadDays:
                Refused = "manage.places.bad-days";
                break;
            case PlaceAnswer.AwayAlready:
                Refused = "manage.places.away-already";
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(code.Value);
    }

    private async Task<IActionResult> ShowAsync(string community)
    {
        Card = await reads.FindAsync(new(community), HttpContext.Texts());
        return Card is null ? NotFound() : Page();
    }

    private async Task<IActionResult> ListAsync(string? q, int p)
    {
        Query = q?.Trim() ?? "";
        Number = Math.Clamp(p, 1, 1000);
        (Rows, var found) = await reads.ListAsync(Query, Number, HttpContext.Texts());
        Pages = Math.Max(1, (found + PlaceReads.PerPage - 1) / PlaceReads.PerPage);
        return Page();
    }
}
