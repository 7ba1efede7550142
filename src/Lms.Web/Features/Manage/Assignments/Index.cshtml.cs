using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Assignments;

/// <summary>Who must do what by when, in the viewer's scope; of one person also why.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    AssignmentReads reads,
    TakeBack takeBack,
    Duties duties,
    DutyWords words,
    InstitutionReads institutions,
    Choices choices,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack
) : PageModel
{
    public const int PerPage = 50;

    private AssignmentFilter filter = new(null, null, null, null, null);
    private Dictionary<AssignmentId, IReadOnlyList<string>> why = [];
    private readonly Dictionary<Demand, string> names = [];

    public int Found { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<AssignmentRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Communities { get; private set; } = [];

    public IReadOnlyList<Choice> Demands { get; private set; } = [];

    public AssignmentFilter Filter => filter;

    /// <summary>The address names a community that is none of the viewer's: an empty list would be untrue.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>Text and link to paste into a messenger: it names nobody and no course.</summary>
    public string Message =>
        HttpContext.Texts().Fill("manage.duty.message", new Uri(settings.Site.Uri, "/learn"));

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync(
        string? community,
        string? what,
        AssignmentState? state,
        string? due,
        Guid? person,
        int p = 1
    )
    {
        var texts = HttpContext.Texts();
        Communities = choices.Communities(texts);
        Demands = await choices.DemandsAsync(texts);
        filter = new(
            string.IsNullOrEmpty(community) ? null : new TerritoryCode(community),
            await choices.DemandAsync(what),
            state,
            GrantWords.DayTyped(due),
            person is { } id ? new PersonId(id) : null
        );
        if (
            filter.Community is { } place
            && !current.Viewer.FollowsCommunity(place, pack.Territories)
        )
        {
            IsElsewhere = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        Number = Math.Max(1, p);
        (Found, Rows) = await reads.PageAsync(filter, (Number - 1) * PerPage, PerPage);
        Pages = Math.Max(1, (Found + PerPage - 1) / PerPage);
        foreach (var row in Rows.Where(row => !names.ContainsKey(row.What)))
        {
            names[row.What] = await words.NameAsync(texts, row.What);
        }

        // The person is in scope: the rows say so.
        if (filter.Person is { } one && Rows.Count > 0)
        {
            var own = await duties.OfAsync(one);
            var places = await institutions.NamesAsync(
                DutyWords.PlacesOf(own.SelectMany(duty => duty.Why)),
                texts.Language
            );
            why = own.ToDictionary(duty => duty.Id, duty => WhyOf(texts, duty, places));
        }

        await reads.RecordAsync(Rows.Select(row => row.Person).Distinct().Count());
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Guid id)
    {
        if (!await takeBack.RunAsync(new(id)))
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["manage.duty.taken-back"];
        return LocalRedirect("/manage/assignments");
    }

    public string NameOf(Demand what) => names[what];

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    public IReadOnlyList<string> Why(AssignmentRow row) => why.GetValueOrDefault(row.Id) ?? [];

    /// <summary>The same of all the viewer's communities.</summary>
    public string Whole => AddressOf(null, filter.State, 1, filter.Person);

    public string Address(AssignmentState? state, int number, bool all = false) =>
        AddressOf(filter.Community, state, number, all ? null : filter.Person);

    private string AddressOf(
        TerritoryCode? community,
        AssignmentState? state,
        int number,
        PersonId? person
    ) =>
        Choices.Address(
            "/manage/assignments",
            ("community", community?.Value),
            ("what", filter.What is { } what ? Choices.ValueOf(what) : null),
            ("state", state?.ToString()),
            ("due", Choices.DayOf(filter.DueUntil)),
            ("person", person?.Value.ToString()),
            ("p", number > 1 ? number.ToString(CultureInfo.InvariantCulture) : null)
        );

    public static string PersonAddress(PersonId person) =>
        Choices.Address("/manage/assignments", ("person", person.Value.ToString()));

    private IReadOnlyList<string> WhyOf(
        Texts texts,
        Duty duty,
        IReadOnlyDictionary<string, string> places
    ) =>
        duty.Rule is { } rule
            ?
            [
                rule.In(texts.Language),
                .. duty.Why.Select(reason => words.Why(texts, reason, places)),
            ]
            : [texts["shared.duty.why.by-hand"]];
}
