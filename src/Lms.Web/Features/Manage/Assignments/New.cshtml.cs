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

    /// <summary>Why it cannot be given so; said once the form was sent.</summary>
    public FormFaults Faults { get; } = new();

    /// <summary>Whether the form is filled in: what stands against it is said then.</summary>
    public bool IsSent { get; private set; }

    /// <summary>Whom the form ticked; null while it is to propose them.</summary>
    public IReadOnlySet<Guid>? Ticked { get; private set; }

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
        // From elsewhere one comes with a part of it, and has sent nothing yet.
        IsSent = !string.IsNullOrEmpty(named) || Request.Query.ContainsKey("what");
        await ReadAsync(named, community, role, person, due);
        await ShowAsync();
    }

    /// <summary>Shows anew what was sent before, with the same people ticked: too many for an address.</summary>
    public async Task<IActionResult> OnPostShowAsync(
        string? what,
        string? community,
        string? role,
        Guid? person,
        string? due,
        Guid[] chosen
    )
    {
        (IsSent, Ticked) = (true, chosen.ToHashSet());
        await ReadAsync(what, community, role, person, due);
        var again = await AgainAsync();
        // Of others than before, who is to have it is proposed anew.
        Ticked = Who?.Any(IsTicked) == false ? null : Ticked;
        return again;
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
        (IsSent, Ticked) = (true, chosen.ToHashSet());
        await ReadAsync(what, community, role, person, due);
        if (chosen.Length == 0)
        {
            Faults.Add("to-whom", "manage.duty.nobody-chosen");
        }
        else if (!ModelState.IsValid || operation == Guid.Empty)
        {
            // No browser sends it so.
            Faults.Add("to-whom", "manage.rule.fault.form");
        }

        if (Faults.Any)
        {
            return await AgainAsync();
        }

        var given = await assign.RunAsync(
            operation,
            What!,
            GrantWords.DayTyped(Due),
            Meant,
            [.. chosen.Select(id => new PersonId(id))]
        );
        Told = HttpContext.Texts().Count("manage.duty.given", given);
        return LocalRedirect("/manage/assignments/new");
    }

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    public bool IsTicked(Addressee one) =>
        Ticked?.Contains(one.Id.Value) ?? (!one.HasIt && !one.IsDone);

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
        Find(day);
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

    // In the order of the form.
    private void Find(DateOnly? day)
    {
        if (What is null)
        {
            Faults.Add("what", "manage.duty.no-demand");
        }

        if (Meant.IsNobody)
        {
            Faults.Add("community", "manage.duty.nobody-meant");
        }
        else if (
            Meant.Community is { } community
            && Communities.All(one => one.Value != community.Value)
        )
        {
            Faults.Add("community", "manage.duty.no-community");
        }

        if (!string.IsNullOrEmpty(Due) && (day is null || day < assign.Today))
        {
            Faults.Add("due", "manage.duty.bad-day");
        }
    }

    private async Task<IActionResult> AgainAsync()
    {
        await ShowAsync();
        if (Faults.Any)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    private async Task ShowAsync()
    {
        if (What is not null && Faults.IsAt("community") is null)
        {
            Who = await assign.WhoAsync(What, Meant);
            await reads.RecordAsync(Who.Count);
        }
    }
}
