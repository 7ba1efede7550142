using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Deputies;

/// <summary>A manager who goes away names who stands in for them, and until when.</summary>
[FreshSignIn(SendingAlone = true)]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    DeputyReads reads,
    NameDeputy deputies,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<OwnRight> Own { get; private set; } = [];

    public IReadOnlyList<DeputyRow> Lent { get; private set; } = [];

    public DateOnly Today => reads.Today;

    public OrganisationPack Pack => pack;

    /// <summary>What was typed and is not taken; null when nothing.</summary>
    public (Guid Grant, string? Deputy, string? From, string? To, DeputyAnswer Why)? Refused
    {
        get;
        private set;
    }

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostNameAsync(
        Guid grant,
        string? deputy,
        string? from,
        string? to
    )
    {
        if (!await reads.IsOwnAsync(new(grant)))
        {
            return NotFound();
        }

        var answer =
            !Guid.TryParse(deputy, out var account) ? DeputyAnswer.Unknown
            : GrantWords.DayTyped(from) is not { } first || GrantWords.DayTyped(to) is not { } last
                ? DeputyAnswer.BadDays
            : await deputies.RunAsync(
                new(grant),
                new(account),
                first,
                last,
                current.Viewer.Account
            );
        if (answer == DeputyAnswer.NotToPassOn)
        {
            return NotFound();
        }

        if (answer != DeputyAnswer.Named)
        {
            Refused = (grant, deputy, from, to, answer);
            await ShowAsync();
            return Page();
        }

        Told = HttpContext.Texts()["manage.deputies.named"];
        return LocalRedirect("/manage/people/deputies");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid grant)
    {
        if (
            !await reads.IsOwnAsync(new(grant))
            || !await deputies.EndAsync(new(grant), current.Viewer.Account)
        )
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["manage.deputies.ended"];
        return LocalRedirect("/manage/people/deputies");
    }

    private async Task ShowAsync()
    {
        (Own, Lent) = await reads.AllAsync();
        await reads.RecordAsync(
            Lent.Count + Own.Sum(right => right.Deputies.Count + right.Candidates.Count)
        );
    }
}
