using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Profile;

/// <summary>What the register says of its reader: name, community, posts; and when they are away.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    LmsDbContext db,
    SetUnavailability away,
    InstitutionReads institutions,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    /// <summary>Null for a login that is nobody's.</summary>
    public Person? Me { get; private set; }

    public IReadOnlyDictionary<string, string> Institutions { get; private set; } =
        new Dictionary<string, string>();

    public AwayForm Away { get; private set; } = new([], default);

    public OrganisationPack Pack => pack;

    /// <summary>Key of why it was not taken.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync(string? from, string? until, string? reason)
    {
        var answer =
            current.Viewer.Person is not { } me ? AwayAnswer.Unknown
            : GrantWords.DayTyped(from) is { } first && GrantWords.DayTyped(until) is { } last
                ? await away.RunAsync(me, first, last, reason)
            : AwayAnswer.BadDays;
        switch (answer)
        {
            case AwayAnswer.Done:
                Told = HttpContext.Texts()["shared.away.saved"];
                return LocalRedirect("/account/profile");
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
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostBackAsync(Guid which)
    {
        if (
            current.Viewer.Person is not { } me
            || !await away.EndAsync(me, new UnavailabilityId(which))
        )
        {
            return NotFound();
        }

        Told = HttpContext.Texts()["shared.away.ended"];
        return LocalRedirect("/account/profile");
    }

    private async Task ShowAsync()
    {
        var id = current.Viewer.Person;
        var today = pack.DayOf(time.Now());
        Me = await db
            .People.AsNoTracking()
            .Include(one => one.Posts)
            .SingleOrDefaultAsync(one => one.Id == id);
        Institutions = await institutions.NamesAsync(
            [.. (Me?.Posts ?? []).Select(one => one.Institution).Distinct()],
            HttpContext.Texts().Language
        );
        var rows = await db
            .Unavailabilities.AsNoTracking()
            .Where(one => one.PersonId == id)
            .OrderByDescending(one => one.From)
            .ToListAsync();
        Away = new(
            [
                .. rows.Select(one => new AwayFormRow(
                    one.Id.Value,
                    one.From,
                    one.Until,
                    one.Reason ?? "",
                    one.EndedAt is not null || one.Until < today
                )),
            ],
            today
        );
    }
}
