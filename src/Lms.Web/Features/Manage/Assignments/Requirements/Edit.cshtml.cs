using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Assignments.Requirements;

/// <summary>
/// A rule, made or changed. It is saved only as it was shown before: who gets it and why. How far a
/// rule reaches is chosen once, within the scope of whoever makes it.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class EditModel(
    LmsDbContext db,
    SaveRequirement save,
    PreviewRequirement preview,
    AssignmentReads reads,
    DutyWords words,
    InstitutionReads institutions,
    Choices choices,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public const int Shown = 200;

    private IReadOnlyDictionary<string, string> places = new Dictionary<string, string>();

    [BindProperty]
    public RequirementForm Form { get; set; } = new();

    /// <summary>Of a rule that is made: named by the form, so that sent twice it is made once.</summary>
    [BindProperty]
    public Guid Made { get; set; }

    /// <summary>What the last preview showed.</summary>
    [BindProperty]
    public string? Seen { get; set; }

    /// <summary>Told by the list that follows.</summary>
    [TempData]
    public string? Told { get; set; }

    public bool IsNew { get; private set; }

    public RequirementPreview? Preview { get; private set; }

    public FormFaults Faults { get; } = new();

    public IReadOnlyList<Choice> Demands { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Institutions { get; private set; } = [];

    public Choices All => choices;

    public async Task<IActionResult> OnGetAsync(Guid? requirement)
    {
        IsNew = requirement is null;
        if (requirement is { } id)
        {
            if (await FindAsync(id) is not { } known)
            {
                return NotFound();
            }

            Form = RequirementForm.Of(known.Rule, known.Within);
        }

        Made = time.NewId();
        await ShowAsync();
        if (IsNew && Territories is [var only] && !choices.FollowsAll)
        {
            Form.Within = only.Value;
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid? requirement) =>
        RunAsync(requirement, isSaving: false);

    public Task<IActionResult> OnPostSaveAsync(Guid? requirement) =>
        RunAsync(requirement, isSaving: true);

    public string Why(PreviewRow row) =>
        string.Join("; ", row.Why.Select(reason => words.Why(HttpContext.Texts(), reason, places)));

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    private async Task<IActionResult> RunAsync(Guid? requirement, bool isSaving)
    {
        IsNew = requirement is null;
        if (requirement is { } id)
        {
            if (await FindAsync(id) is not { } known)
            {
                return NotFound();
            }

            Form.Within = known.Within?.Value;
        }

        var rule = Form.Read(
            new(requirement ?? Made),
            await choices.DemandAsync(Form.What),
            !IsNew || choices.Follows(Form.Place),
            pack,
            await institutions.CodesAsync(),
            Faults
        );
        if (rule is not null && (!ModelState.IsValid || (IsNew && Made == Guid.Empty)))
        {
            Faults.Add(Unread(), "manage.rule.fault.form");
            rule = null;
        }

        if (rule is not null && isSaving && Seen == Form.Seen)
        {
            return Saved(await save.RunAsync(rule, Form.Place, IsNew));
        }

        await ShowAsync();
        if (rule is null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Seen = Form.Seen;
        ModelState.Clear();
        Preview = await preview.OfAsync(rule, Form.Place);
        places = await institutions.NamesAsync(
            DutyWords.PlacesOf(Preview.Members.SelectMany(one => one.Why)),
            HttpContext.Texts().Language
        );
        await reads.RecordAsync(Preview.Members.Count + Preview.Leaving.Count);
        return Page();
    }

    // No browser sends it so: whoever did is told where.
    private string Unread() =>
        !ModelState.IsValid
        && ModelState[$"{nameof(Form)}.{nameof(Form.DueDays)}"]?.Errors.Count > 0
            ? "due-days"
            : "name";

    private IActionResult Saved(SaveAnswer answer)
    {
        switch (answer)
        {
            case SaveAnswer.Done:
                Told = HttpContext.Texts()["manage.rule.saved"];
                break;
            case SaveAnswer.Later:
                Told = HttpContext.Texts()["manage.rule.saved.later"];
                break;
            case SaveAnswer.Unknown:
                return NotFound();
        }

        return LocalRedirect("/manage/assignments/requirements");
    }

    private async Task<KnownRequirement?> FindAsync(Guid id) =>
        (
            await KnownRequirements.ReadAsync(
                db,
                one => one.Id == new RequirementId(id) && one.EndedAt == null
            )
        ).SingleOrDefault();

    private async Task ShowAsync()
    {
        var texts = HttpContext.Texts();
        Demands = await choices.DemandsAsync(texts);
        Territories = choices.Territories(texts);
        Institutions = choices.Institutions(texts, await institutions.AllAsync());
    }
}
