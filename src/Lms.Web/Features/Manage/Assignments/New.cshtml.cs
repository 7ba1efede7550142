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

    public Meant Meant { get; private set; } = new(null, [], null);

    /// <summary>As the form names them: «R01», or «R01,R02» for whoever has one of them.</summary>
    public string Role => string.Join(',', Meant.StaffRoles);

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

    /// <summary>Of what and of whom the ticks are: of others they say nothing.</summary>
    public string Asked =>
        $"{(What is null ? "" : Choices.ValueOf(What))} {Meant.Community?.Value} {Role} {Meant.Person?.Value}";

    /// <summary>Whether the list of those who can have it stands on the page.</summary>
    public bool IsListed => Who is { Count: > 0 } && Faults.IsAt("due") is null;

    public async Task OnGetAsync(
        string? what,
        string? course,
        string? certification,
        string? community,
        string?[] role,
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
        string?[] role,
        Guid? person,
        string? due,
        Guid[] chosen,
        string? asked
    )
    {
        IsSent = true;
        await ReadAsync(what, community, role, person, due);
        // Of others than before, who is to have it is proposed anew.
        Ticked = asked == Asked ? chosen.ToHashSet() : null;
        return await AgainAsync();
    }

    public async Task<IActionResult> OnPostAsync(
        Guid operation,
        string? what,
        string? community,
        string?[] role,
        Guid? person,
        string? due,
        Guid[] chosen
    )
    {
        (IsSent, Ticked) = (true, chosen.ToHashSet());
        await ReadAsync(what, community, role, person, due);
        var fault =
            chosen.Length == 0 ? "manage.duty.nobody-chosen"
            // No browser sends it so.
            : !ModelState.IsValid || operation == Guid.Empty ? "manage.rule.fault.form"
            : null;
        if (Faults.Any || fault is not null)
        {
            return await AgainAsync(fault);
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
        string?[] role,
        Guid? person,
        string? due
    )
    {
        var texts = HttpContext.Texts();
        Communities = choices.Communities(texts);
        Demands = await choices.DemandsAsync(texts);
        What = await choices.DemandAsync(what);
        Meant = new(
            string.IsNullOrEmpty(community) ? null : new TerritoryCode(community),
            [
                .. role.SelectMany(one =>
                        one?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? []
                    )
                    .Distinct(),
            ],
            person is { } id ? new PersonId(id) : null
        );
        Roles = RolesOf(texts);
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

    // Several at once, as a rule of coverage asks for them, are one choice more.
    private IReadOnlyList<Choice> RolesOf(Texts texts)
    {
        var all = choices.Roles(texts);
        var several = all.Where(one => Meant.StaffRoles.Contains(one.Value)).ToList();
        return several.Count > 1 && several.Count == Meant.StaffRoles.Count
            ? [new(Role, string.Join(", ", several.Select(one => one.Words))), .. all]
            : all;
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

        if (Meant.StaffRoles.Any(role => pack.StaffRole(role) is null))
        {
            Faults.Add("role", "manage.duty.no-role");
        }

        if (!string.IsNullOrEmpty(Due) && (day is null || day < assign.Today))
        {
            Faults.Add("due", "manage.duty.bad-day");
        }
    }

    /// <param name="fault">What stands against the list, where it stands itself.</param>
    private async Task<IActionResult> AgainAsync(string? fault = null)
    {
        await ShowAsync();
        if (fault is not null && IsListed)
        {
            Faults.Add("to-whom", fault);
        }

        if (Faults.Any || fault is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return Page();
    }

    private async Task ShowAsync()
    {
        if (What is not null && (Faults.IsAt("community") ?? Faults.IsAt("role")) is null)
        {
            Who = await assign.WhoAsync(What, Meant);
            await reads.RecordAsync(Who.Count);
        }
    }
}
