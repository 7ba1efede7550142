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

/// <summary>Who asks for more time, and more time for a whole community at once.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ExtensionsModel(
    DecideExtensions extensions,
    AssignmentReads reads,
    Choices choices,
    DutyWords words,
    OrganisationPack pack
) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<(WaitingExtension Asked, string Name)> Waiting { get; private set; } = [];

    public IReadOnlyList<Choice> Communities { get; private set; } = [];

    public IReadOnlyList<Choice> Demands { get; private set; } = [];

    public string? Community { get; private set; }

    public string? What { get; private set; }

    public string? Until { get; private set; }

    /// <summary>How many would get more time; null until it is asked.</summary>
    public int? Count { get; private set; }

    public string? Fault { get; private set; }

    public DateOnly Today => extensions.Today;

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync(string? community, string? what, string? until)
    {
        (Community, What, Until) = (community, what, until);
        if (!string.IsNullOrEmpty(what) || !string.IsNullOrEmpty(community))
        {
            if (await ReadAsync() is var (place, demand, day))
            {
                Count = await extensions.CountAsync(place, demand, day);
            }
            else
            {
                Fault = "manage.duty.extend.fault";
            }
        }

        await ShowAsync();
    }

    public async Task<IActionResult> OnPostDecideAsync(
        Guid id,
        ExtensionVerdict verdict,
        string? until,
        string? remark
    )
    {
        var answer = ModelState.IsValid
            ? await extensions.DecideAsync(new(id), verdict, GrantWords.DayTyped(until), remark)
            : DecideAnswer.Unknown;
        switch (answer)
        {
            case DecideAnswer.Done:
                Told = HttpContext.Texts()["manage.duty.decided"];
                return LocalRedirect("/manage/assignments/extensions");
            case DecideAnswer.Unknown:
                return NotFound();
            case DecideAnswer.BadDay:
                break;
        }

        Fault = "manage.duty.extend.bad-day";
        await ShowAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public async Task<IActionResult> OnPostCommunityAsync(
        string? community,
        string? what,
        string? until
    )
    {
        (Community, What, Until) = (community, what, until);
        var given = await ReadAsync() is var (place, demand, day)
            ? await extensions.ForCommunityAsync(place, demand, day)
            : null;
        if (given is { } count)
        {
            Told = HttpContext.Texts().Count("manage.duty.extended", count);
            return LocalRedirect("/manage/assignments/extensions");
        }

        Fault = "manage.duty.extend.fault";
        await ShowAsync();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    private async Task<(TerritoryCode Place, Demand What, DateOnly Day)?> ReadAsync() =>
        Community is { Length: > 0 } code
        && choices.Follows(new TerritoryCode(code))
        && await choices.DemandAsync(What) is { } demand
        && GrantWords.DayTyped(Until) is { } day
        && day >= Today
            ? (new TerritoryCode(code), demand, day)
            : null;

    private async Task ShowAsync()
    {
        var texts = HttpContext.Texts();
        Communities = choices.Communities(texts);
        Demands = await choices.DemandsAsync(texts);
        var waiting = new List<(WaitingExtension, string)>();
        foreach (var one in await extensions.WaitingAsync(Shown))
        {
            waiting.Add((one, await words.NameAsync(texts, one.What)));
        }

        Waiting = waiting;
        await reads.RecordAsync(waiting.Count);
    }
}
