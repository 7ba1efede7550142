using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Sessions;

/// <param name="State">Null for one who has not asked.</param>
public sealed record Candidate(
    PersonId Id,
    PersonName Name,
    TerritoryCode Community,
    SeatState? State
);

/// <summary>
/// Seats of one session for people of the manager's scope: given to those who are chosen and taken back,
/// approved for those who ask. How many seats are left is told to all; who else has one is not.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SessionModel(
    LmsDbContext db,
    SessionsOf sessions,
    ChangeSeats seats,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    private const int Most = 100;

    public SessionSeen Seen { get; private set; } = null!;

    /// <summary>Of the scope, with how they stand.</summary>
    public IReadOnlyList<SeatRow> Rows { get; private set; } = [];

    /// <summary>Found by the beginning of a surname.</summary>
    public IReadOnlyList<Candidate> Found { get; private set; } = [];

    public string Query { get; private set; } = "";

    public OrganisationPack Pack => pack;

    [TempData]
    public string? Told { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid session, string? q)
    {
        if (!await FindAsync(session))
        {
            return NotFound();
        }

        Query = q?.Trim() ?? "";
        Rows =
        [
            .. (await SeatRows.ReadAsync(db, Seen.Session.Id)).Where(row =>
                Follows(row.Community) && row.State != SeatState.GivenUp
            ),
        ];
        var typed = NameKeys.Fold(Query);
        var people = await People()
            .Where(person => person.SearchName.StartsWith(typed))
            .OrderBy(person => person.SortKey)
            .ThenBy(person => person.Id)
            .Take(Most)
            .Select(person => new
            {
                person.Id,
                person.Name,
                person.Community,
            })
            .ToListAsync();
        Found =
        [
            .. people.Select(person => new Candidate(
                person.Id,
                person.Name,
                person.Community,
                Rows.FirstOrDefault(row => row.Person == person.Id)?.State
            )),
        ];
        await looked.ListAsync(Rows.Count + Found.Count);
        return Page();
    }

    public async Task<IActionResult> OnPostGiveAsync(Guid session, Guid[] person)
    {
        if (!await FindAsync(session) || current.Viewer.Account is not { } account)
        {
            return NotFound();
        }

        var chosen = person.Take(Most).Select(id => new PersonId(id)).ToList();
        var known = await People()
            .Where(one => chosen.Contains(one.Id))
            .Select(one => one.Id)
            .ToListAsync();
        var (given, waiting) = (0, 0);
        foreach (var one in chosen.Where(known.Contains))
        {
            switch (await seats.GiveAsync(Seen.Session.Id, one, account))
            {
                case SeatState.Seated:
                    given++;
                    break;
                case SeatState.Waiting:
                    waiting++;
                    break;
            }
        }

        Told = HttpContext.Texts().Fill("manage.sessions.given", given, waiting);
        return LocalRedirect($"/manage/sessions/{session}");
    }

    public Task<IActionResult> OnPostApproveAsync(Guid session, Guid person) =>
        DecideAsync(session, person, seats.ApproveAsync, NowWords);

    public Task<IActionResult> OnPostRefuseAsync(Guid session, Guid person) =>
        DecideAsync(session, person, seats.RefuseAsync, NowWords);

    public async Task<IActionResult> OnPostTakeBackAsync(Guid session, Guid person)
    {
        var had = await db
            .SessionSeats.Where(seat =>
                seat.SessionId == new LiveSessionId(session)
                && seat.PersonId == new PersonId(person)
            )
            .Select(seat => (SeatState?)seat.State)
            .SingleOrDefaultAsync();
        return await DecideAsync(
            session,
            person,
            seats.TakeBackAsync,
            state =>
                (had, state) switch
                {
                    (SeatState.Seated, SeatState.GivenUp) => "manage.sessions.taken-back",
                    (SeatState.Waiting, SeatState.GivenUp) => "manage.sessions.taken-out",
                    _ => NowWords(state),
                }
        );
    }

    // Whoever it is about may have given it up meanwhile: said is how they stand, and not what was meant.
    private static string NowWords(SeatState state) => $"manage.sessions.now.{state}";

    private async Task<IActionResult> DecideAsync(
        Guid session,
        Guid person,
        Func<LiveSessionId, PersonId, AccountId, Task<SeatState?>> act,
        Func<SeatState, string> words
    )
    {
        var id = new PersonId(person);
        if (
            !await FindAsync(session)
            || current.Viewer.Account is not { } account
            || !await People().AnyAsync(one => one.Id == id)
            || await act(Seen.Session.Id, id, account) is not { } state
        )
        {
            return NotFound();
        }

        Told = HttpContext.Texts()[words(state)];
        return LocalRedirect($"/manage/sessions/{session}");
    }

    private async Task<bool> FindAsync(Guid session)
    {
        if (
            (await sessions.GivingSeatsAsync()).FirstOrDefault(one =>
                one.Session.Id.Value == session
            )
            is not { } seen
        )
        {
            return false;
        }

        Seen = seen;
        return true;
    }

    private bool Follows(TerritoryCode community) =>
        current.Viewer.SeesEveryone || current.Viewer.Communities.Contains(community);

    // A manager follows communities; that they see their own record elsewhere makes it no seat to give.
    private IQueryable<Person> People()
    {
        var people = db
            .People.AsNoTracking()
            .Where(person => person.MergedInto == null && person.ErasedAt == null);
        if (current.Viewer.SeesEveryone)
        {
            return people;
        }

        var followed = current.Viewer.Communities;
        return people.Where(person => followed.Contains(person.Community));
    }
}
