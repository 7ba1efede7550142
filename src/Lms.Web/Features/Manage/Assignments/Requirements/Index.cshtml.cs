using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Requirements;

public sealed record RuleRow(KnownRequirement Rule, string What, string Place, int People);

/// <summary>The rules of the viewer's territories, the newest first.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    LmsDbContext db,
    SaveRequirement save,
    Choices choices,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<RuleRow> Rows { get; private set; } = [];

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync()
    {
        var texts = HttpContext.Texts();
        var people = await db
            .Assignments.Where(one =>
                one.RequirementId != null && (one.EndedAt == null || one.End == AssignmentEnd.Done)
            )
            .GroupBy(one => one.RequirementId)
            .Select(group => new { Id = group.Key!.Value, Count = group.Count() })
            .ToDictionaryAsync(one => one.Id, one => one.Count);
        var rows = new List<RuleRow>();
        foreach (var rule in await KnownRequirements.ReadAsync(db, _ => true))
        {
            rows.Add(
                new(
                    rule,
                    await choices.NameAsync(texts, rule.Rule.What),
                    texts.ScopeWords(pack, rule.Within),
                    people.GetValueOrDefault(rule.Id)
                )
            );
        }

        Rows =
        [
            .. rows.OrderBy(row => row.Rule.IsEnded)
                .ThenByDescending(row => row.Rule.Revisions[0].From),
        ];
    }

    public async Task<IActionResult> OnPostEndAsync(Guid id)
    {
        var texts = HttpContext.Texts();
        switch (await save.EndAsync(new RequirementId(id)))
        {
            case SaveAnswer.Done:
                Told = texts["manage.rule.ended"];
                break;
            case SaveAnswer.Later:
                Told = texts["manage.rule.ended.later"];
                break;
            case SaveAnswer.Unknown:
                return NotFound();
        }

        return LocalRedirect("/manage/assignments/requirements");
    }
}
