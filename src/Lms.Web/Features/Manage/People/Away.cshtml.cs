using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Features.Manage.People.WaysIn;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.People;

/// <summary>When a person is away, and why: read after a fresh sign-in, and each look is written down.</summary>
[Authorize(Policy = PeopleFeature.LetsIn)]
[FreshSignIn]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AwayModel(PersonReads reads, SetUnavailability away, LookedAt looked)
    : PageModel
{
    public Guid Person { get; private set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<AwayRow> Rows { get; private set; } = [];

    public DateOnly Today => reads.Today;

    /// <summary>Key of why it was not taken.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task<IActionResult> OnGetAsync(Guid person) => ShowAsync(person);

    public async Task<IActionResult> OnPostAsync(
        Guid person,
        string? from,
        string? until,
        string? reason
    )
    {
        var answer =
            GrantWords.DayTyped(from) is { } first && GrantWords.DayTyped(until) is { } last
                ? await away.RunAsync(new(person), first, last, reason)
                : AwayAnswer.BadDays;
        switch (answer)
        {
            case AwayAnswer.Done:
                Told = HttpContext.Texts()["shared.away.saved"];
                return LocalRedirect($"/manage/people/{person}/away");
            case AwayAnswer.Unknown:
                return NotFound();
            case AwayAnswer.BadDays:
                Refused = "shared.away.bad-days";
                break;
            case AwayAnswer.TooLong:
                Refused = "shared.away.too-long";
                break;
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await ShowAsync(person);
    }

    public async Task<IActionResult> OnPostBackAsync(Guid person, Guid which)
    {
        if (!await away.EndAsync(new(person), new UnavailabilityId(which)))
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["shared.away.ended"];
        return LocalRedirect($"/manage/people/{person}/away");
    }

    private async Task<IActionResult> ShowAsync(Guid person)
    {
        if (await reads.ReasonsAsync(new(person)) is not { } known)
        {
            return NotFound();
        }

        (Person, Name, Rows) = (person, known.Name, known.Away);
        await looked.PeopleAsync(new PersonId(person));
        return Page();
    }
}
