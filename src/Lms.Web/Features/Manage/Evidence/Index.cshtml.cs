using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Evidence;

/// <summary>What a manager is about to say of these, shown before it is confirmed.</summary>
public sealed record IntendedDecision(
    IReadOnlyList<Guid> Evidence,
    EvidenceVerdict Verdict,
    string Remark,
    string? Until
);

/// <summary>The queue of evidence: look, approve or refuse, one or many at once.</summary>
[FreshSignIn(SendingAlone = true)]
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    EvidenceQueue queue,
    DecideEvidence decide,
    PurgeEvidence purge,
    LookedAt looked,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<QueuedEvidence> Rows { get; private set; } = [];

    public int Found { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages => Math.Max(1, (Found + EvidenceQueue.PerPage - 1) / EvidenceQueue.PerPage);

    public bool IsDecided { get; private set; }

    public OrganisationPack Pack => pack;

    public IntendedDecision? Intended { get; private set; }

    /// <summary>Id of what is to be purged, once it is confirmed; null for none.</summary>
    public Guid? Purged { get; private set; }

    /// <summary>Key of the text that says what is wrong; null while nothing is.</summary>
    public string? Fault { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync(bool decided, int p = 1)
    {
        IsDecided = decided;
        return ShowAsync(p);
    }

    public async Task<IActionResult> OnPostDecideAsync(
        List<Guid> evidence,
        EvidenceVerdict verdict,
        string? remark,
        string? until,
        bool confirmed
    )
    {
        var words = remark?.Trim() ?? "";
        var last = GrantWords.DayTyped(until);
        Fault =
            evidence.Count is 0 or > EvidenceQueue.PerPage ? "manage.evidence.fault.none"
            : words.Length > Decisions.LongestReason ? "manage.evidence.fault.remark"
            : verdict == EvidenceVerdict.Refused && words.Length == 0
                ? "manage.evidence.fault.remark"
            : !string.IsNullOrWhiteSpace(until) && last is null ? "manage.evidence.fault.until"
            : null;
        if (Fault is not null)
        {
            await ShowAsync(1);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        if (!confirmed)
        {
            Intended = new(evidence, verdict, words, until);
            await ShowAsync(1);
            return Page();
        }

        var decided = await decide.RunAsync(
            [.. evidence.Distinct().Select(id => new EvidenceId(id))],
            new(verdict, words, verdict == EvidenceVerdict.Approved ? last : null)
        );
        Told = HttpContext.Texts().Count("manage.evidence.decided", decided);
        return LocalRedirect("/manage/evidence");
    }

    public async Task<IActionResult> OnPostPurgeAsync(Guid purged, bool confirmed)
    {
        if (!confirmed)
        {
            Purged = purged;
            await ShowAsync(1);
            return Page();
        }

        if (!await purge.RunAsync(new(purged)))
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["manage.evidence.purged"];
        return LocalRedirect("/manage/evidence");
    }

    private async Task ShowAsync(int number)
    {
        Number = Math.Max(1, number);
        (Rows, Found) = await queue.ReadAsync(IsDecided, Number);
        await looked.ListAsync(Rows.Select(row => row.Person).Distinct().Count());
    }
}
