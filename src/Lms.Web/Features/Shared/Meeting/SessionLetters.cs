using System.Globalization;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// Letters about a session, added to the write of what they tell of, with what a calendar takes over.
/// They name no course, no title and no place: whoever reads over the shoulder sees a date alone.
/// </summary>
public sealed class SessionLetters(
    SessionCalendar calendar,
    SiteName site,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
)
{
    private const string Letter = "shared.meeting.letter.";

    // Nobody has chosen a language that outlasts a browser: letters are in the organisation's first.
    private readonly Texts texts = Texts.In(pack.Languages[0]);

    private sealed record Wanted(PersonId Person, int Position, string Words, string? Method)
    {
        public string Reason { get; init; } = "";
    }

    /// <summary>Who got a seat, and what became of whoever's seat it was about.</summary>
    /// <param name="about">Null when the session changed and not one person's seat.</param>
    /// <param name="byOthers">Somebody else did it, and not the person.</param>
    public Task SeatsAsync(
        LmsDbContext db,
        LiveSession session,
        PersonId? about,
        SeatState? before,
        SeatChanges changes,
        bool byOthers = false
    ) =>
        WriteAsync(
            db,
            session,
            "seat",
            [
                .. changes
                    .Changed.Select(seat =>
                        seat.State switch
                        {
                            SeatState.Seated => new Wanted(
                                seat.Person,
                                seat.Position,
                                "shared.meeting.letter.seat",
                                SessionCalendar.Request
                            ),
                            SeatState.Refused => new Wanted(
                                seat.Person,
                                seat.Position,
                                "shared.meeting.letter.refused",
                                null
                            ),
                            SeatState.GivenUp
                                when seat.Person == about && before == SeatState.Seated =>
                                new Wanted(
                                    seat.Person,
                                    seat.Position,
                                    byOthers
                                        ? "shared.meeting.letter.taken-back"
                                        : "shared.meeting.letter.given-up",
                                    SessionCalendar.Cancel
                                ),
                            SeatState.GivenUp
                                when seat.Person == about
                                    && before == SeatState.Waiting
                                    && byOthers => new Wanted(
                                seat.Person,
                                seat.Position,
                                "shared.meeting.letter.taken-out",
                                null
                            ),
                            SeatState.GivenUp or SeatState.Waiting or SeatState.Asked => null,
                        }
                    )
                    .OfType<Wanted>(),
            ]
        );

    public Task LeadAsync(LmsDbContext db, LiveSession session, IReadOnlyList<PersonId> people) =>
        WriteAsync(
            db,
            session,
            "lead",
            All(people, "shared.meeting.letter.lead", SessionCalendar.Request)
        );

    public Task NoLongerLeadAsync(
        LmsDbContext db,
        LiveSession session,
        IReadOnlyList<PersonId> people
    ) =>
        WriteAsync(
            db,
            session,
            "lead-no-more",
            All(people, "shared.meeting.letter.lead-no-more", SessionCalendar.Cancel)
        );

    public Task MovedAsync(LmsDbContext db, LiveSession session, IReadOnlyList<PersonId> people) =>
        WriteAsync(
            db,
            session,
            "moved",
            All(people, "shared.meeting.letter.moved", SessionCalendar.Request)
        );

    public Task CancelledAsync(
        LmsDbContext db,
        LiveSession session,
        IReadOnlyList<PersonId> people,
        string reason
    ) =>
        WriteAsync(
            db,
            session,
            "cancelled",
            [
                .. All(people, "shared.meeting.letter.cancelled", SessionCalendar.Cancel)
                    .Select(one => one with { Reason = reason }),
            ]
        );

    /// <summary>How many were written: those whose reminder stands already get none again.</summary>
    /// <param name="kind">Names the reminder; with the date, so that a moved session reminds anew.</param>
    public Task<int> RemindAsync(
        LmsDbContext db,
        LiveSession session,
        string kind,
        IReadOnlyList<PersonId> people
    ) =>
        WriteAsync(
            db,
            session,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}:{session.StartsAt?.ToUnixTimeSeconds()}"
            ),
            All(people, "shared.meeting.letter.remind", null)
        );

    private static List<Wanted> All(IReadOnlyList<PersonId> people, string words, string? method) =>
        [.. people.Select(person => new Wanted(person, 0, words, method))];

    private async Task<int> WriteAsync(
        LmsDbContext db,
        LiveSession session,
        string kind,
        List<Wanted> wanted
    )
    {
        var people = wanted.Select(one => one.Person).ToList();
        if (people.Count == 0)
        {
            return 0;
        }

        var addresses = await AddressesAsync(db, people);
        var entry = CalendarEntry.Of(session);
        var now = time.Now();
        var written = 0;
        foreach (var one in wanted)
        {
            if (addresses.GetValueOrDefault(one.Person) is not { } to)
            {
                continue;
            }

            db.OutgoingMail.Add(
                new OutgoingMail
                {
                    Id = new(time.NewId()),
                    Event = string.Create(
                        CultureInfo.InvariantCulture,
                        $"session:{session.Id.Value}:{kind}:{session.Sequence}:{one.Position}:{one.Words[Letter.Length..]}:{one.Person.Value}"
                    ),
                    To = to,
                    Subject = site.In(texts),
                    Body = Body(session, one),
                    Calendar =
                        entry is not null && one.Method is { } method
                            ? calendar.Invitation(entry, method, to, now)
                            : null,
                    CreatedAt = now,
                    NotBefore = now,
                }
            );
            written++;
        }

        return written;
    }

    private string Body(LiveSession session, Wanted one) =>
        texts
            .Fill(
                one.Words,
                session.StartsAt is { } starts
                    ? texts.When(pack, starts)
                    : texts["shared.meeting.no-date"],
                session.Minutes,
                new Uri(settings.Site.Uri, $"/sessions/{session.Id.Value}"),
                one.Reason
            )
            .Trim();

    private static async Task<Dictionary<PersonId, string>> AddressesAsync(
        LmsDbContext db,
        List<PersonId> people
    ) =>
        (
            await db
                .Accounts.Where(account =>
                    account.PersonId != null
                    && people.Contains(account.PersonId.Value)
                    && account.DeactivatedAt == null
                    && account.Email != null
                    && db.People.Any(one =>
                        one.Id == account.PersonId && one.ErasedAt == null && one.MergedInto == null
                    )
                )
                .OrderBy(account => account.Id)
                .Select(account => new { Person = account.PersonId!.Value, account.Email })
                .ToListAsync()
        )
            .DistinctBy(one => one.Person)
            .ToDictionary(one => one.Person, one => one.Email!);
}
