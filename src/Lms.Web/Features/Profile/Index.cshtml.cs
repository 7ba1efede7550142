using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Register;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Profile;

/// <param name="Latin">As certificates in English print the name; empty when it was not given.</param>
public sealed record OwnEntry(
    PersonName Name,
    string Latin,
    TerritoryCode Community,
    IReadOnlyList<Post> Posts
);

/// <summary>
/// What the register says of whoever looks. It is corrected by those who know the person, not here: a
/// certificate is issued in this name. When they are away they say themselves.
/// </summary>
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
    public OrganisationPack Pack => pack;

    public string Login { get; private set; } = "";

    /// <summary>Null for a login that belongs to no person of the register.</summary>
    public OwnEntry? Own { get; private set; }

    /// <summary>Those that hold today.</summary>
    public IReadOnlyList<Grant> Rights { get; private set; } = [];

    public IReadOnlyDictionary<string, string> Institutions { get; private set; } =
        new Dictionary<string, string>();

    public AwayForm Away { get; private set; } = new([], default);

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
        var today = pack.DayOf(time.Now());
        var account = await db
            .Accounts.AsNoTracking()
            .Where(one => one.Id == current.Viewer.Account)
            .Select(one => new { one.UserName, one.Grants })
            .SingleAsync();
        Login = account.UserName ?? "";
        Rights =
        [
            .. account
                .Grants.Where(grant => grant.From <= today && !(grant.To < today))
                .OrderBy(grant => grant.Role)
                .ThenBy(grant => grant.From),
        ];
        if (current.Viewer.Person is { } person)
        {
            var own = await db
                .People.AsNoTracking()
                .Include(one => one.Posts)
                .SingleAsync(one => one.Id == person);
            Own = new(
                own.Name,
                own.LatinName ?? "",
                own.Community,
                [.. own.Posts.OrderByDescending(post => post.From)]
            );
            Institutions = await institutions.NamesAsync(
                [.. own.Posts.Select(one => one.Institution).Distinct()],
                HttpContext.Texts().Language
            );
            await ReadAwayAsync(person, today);
        }
    }

    private async Task ReadAwayAsync(PersonId person, DateOnly today)
    {
        var rows = await db
            .Unavailabilities.AsNoTracking()
            .Where(one => one.PersonId == person)
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
