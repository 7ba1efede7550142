using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Assignments;

/// <summary>
/// Gives an assignment by hand. The first form is an address: from elsewhere one comes with it filled,
/// to close a gap. Then it says who is meant and who fulfils it already, and only then it is given.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewModel(
    AssignByHand assign,
    AssignmentReads reads,
    Choices choices,
    DutyWords words,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<Choice> Communities { get; private set; } = [];

    public IReadOnlyList<Choice> Demands { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public Demand? What { get; private set; }

    public Meant Meant { get; private set; } = new(null, null, null);

    public string? Due { get; private set; }

    public IReadOnlyList<Addressee>? Who { get; private set; }

    public IReadOnlyList<DueTrouble> Troubles { get; private set; } = [];

    /// <summary>Key of why it cannot be given so; null when it can.</summary>
    public string? Fault { get; private set; }

    public Guid Operation { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public DateOnly Today => assign.Today;

    public async Task OnGetAsync(
        string? what,
        string? course,
        string? certification,
        string? community,
        string? role,
        Guid? person,
        string? due
    )
    {
        var named =
            !string.IsNullOrEmpty(course) ? $"course:{course}"
            : !string.IsNullOrEmpty(certification) ? $"certification:{certification}"
            : what;
        await ReadAsync(named, community, role, person, due);
        if (What is null && string.IsNullOrEmpty(named))
        {
            return;
        }

        await ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid operation,
        string? what,
        string? community,
        string? role,
        Guid? person,
        string? due,
        Guid[] chosen
    )
    {
        await ReadAsync(what, community, role, person, due);
        if (Fault is null && chosen.Length == 0)
        {
            Fault = "manage.duty.nobody-chosen";
        }

        if (Fault is not null || What is null || operation == Guid.Empty)
        {
            await ShowAsync();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var given = await assign.RunAsync(
            operation,
            What,
            GrantWords.DayTyped(Due),
            Meant,
            [.. chosen.Select(id => new PersonId(id))]
        );
        Told = HttpContext.Texts().Count("manage.duty.given", given);
        return LocalRedirect("/manage/assignments/new");
    }

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    private async Task ReadAsync(
        string? what,
        string? community,
        string? role,
        Guid? person,
        string? due
    )
    {
        var texts = HttpContext.Texts();
        Communities = choices.Communities(texts);
        Demands = await choices.DemandsAsync(texts);
        Roles = choices.Roles(texts);
        What = await choices.DemandAsync(what);
        Meant = new(
            string.IsNullOrEmpty(community) ? null : new TerritoryCode(community),
            pack.StaffRole(role ?? "")?.Code,
            person is { } id ? new PersonId(id) : null
        );
        Due = due;
        Operation = time.NewId();
        var day = GrantWords.DayTyped(due);
        Fault =
            What is null ? "manage.duty.no-demand"
            : Meant.IsNobody ? "manage.duty.nobody-meant"
            : !string.IsNullOrEmpty(due) && (day is null || day < assign.Today)
                ? "manage.duty.bad-day"
            : null;
        if (What is not null && day is { } last)
        {
            Troubles = DueDates.Troubles(
                last,
                assign.Today,
                assign.Today,
                await words.HoursAsync(What)
            );
        }
    }

    private async Task ShowAsync()
    {
        if (What is not null && !Meant.IsNobody)
        {
            Who = await assign.WhoAsync(What, Meant);
            await reads.RecordAsync(Who.Count);
        }
    }
}
