using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>
/// Invents sessions of the course that has a deck: two that were, one with seats left, one with a queue,
/// one whose trainer has to say yes, and one that still looks for its date.
/// </summary>
internal sealed class InventSessions(
    LmsDbContext db,
    OrganisationPack pack,
    IReadOnlyList<PublishedCourse> courses,
    int seed,
    DateTimeOffset now
)
{
    private const int Minutes = 90;
    private static readonly TimeSpan Afternoon = TimeSpan.FromHours(14);

    private readonly Dice dice = Dice.For(seed, -2_000_000);

    private sealed record Story(
        int? InDays,
        int? Capacity,
        Admission Admission,
        SessionForm Form,
        int Asking
    );

    // The first who ask are the demonstration's own specialists.
    private static readonly Story[] Stories =
    [
        new(-40, 40, Admission.Open, SessionForm.Online, 31),
        new(-12, 25, Admission.Open, SessionForm.Online, 18),
        new(3, 30, Admission.Open, SessionForm.Online, 21),
        new(11, 12, Admission.Open, SessionForm.Mixed, 16),
        new(19, 20, Admission.ByApproval, SessionForm.Online, 6),
        new(null, null, Admission.Open, SessionForm.Room, 8),
    ];

    public async Task RunAsync(CancellationToken cancel)
    {
        var deck = courses
            .SelectMany(course =>
                course
                    .Activities.Where(one => one.Kind == ActivityKind.LiveSession)
                    .Select(activity => (Course: course, Activity: activity))
            )
            .FirstOrDefault();
        var trainer = (await AccountsAsync(AccessRole.Trainer, cancel)).FirstOrDefault();
        if (deck.Course is null || trainer is null || await db.LiveSessions.AnyAsync(cancel))
        {
            return;
        }

        var people = await db
            .People.Where(person => person.Id != trainer.PersonId && person.ErasedAt == null)
            .Where(person =>
                !db.Accounts.Any(account =>
                    account.PersonId == person.Id && account.PasswordHash != null
                )
            )
            .OrderBy(person => person.Id)
            .Select(person => person.Id)
            .Take(60)
            .ToListAsync(cancel);
        people.InsertRange(
            0,
            (await AccountsAsync(AccessRole.Specialist, cancel)).Select(one => one.PersonId!.Value)
        );
        foreach (var (at, story) in Stories.Index())
        {
            Add(at, story, deck.Course, deck.Activity, trainer, people);
        }

        await db.SaveChangesAsync(cancel);
    }

    private void Add(
        int at,
        Story story,
        PublishedCourse course,
        PublishedActivity deck,
        Access.Account trainer,
        List<PersonId> people
    )
    {
        var starts = StartsAt(story.InDays);
        var isOver = starts < now;
        var session = new LiveSession
        {
            Id = new(dice.Id(at)),
            Operation = new(dice.Id(at)),
            CourseId = course.Id,
            ActivityId = deck.Id,
            CourseVersionId = isOver ? course.Version : null,
            Title = deck.Title,
            Language = course.Manifest.Language,
            StartsAt = starts,
            Minutes = Minutes,
            Capacity = story.Capacity,
            Admission = story.Admission,
            Form = story.Form,
            Place = story.Form == SessionForm.Online ? "" : PlaceWords,
            Rule = AttendanceRule.Default with { Percent = pack.AttendancePercent },
            State = isOver ? SessionState.Ended : SessionState.Scheduled,
            OpenedAt = isOver ? starts!.Value.AddMinutes(-15) : null,
            EndedAt = isOver ? starts!.Value.AddMinutes(Minutes) : null,
            By = trainer.Id.Actor,
            CreatedAt = (starts < now ? starts!.Value : now).AddDays(-20),
        };
        db.LiveSessions.Add(session);
        db.SessionTrainers.Add(
            new SessionTrainer
            {
                SessionId = session.Id,
                PersonId = trainer.PersonId!.Value,
                Role = RoomRole.Trainer,
            }
        );
        var seats = new Seats(session.Admission, session.OpenSeats, []);
        foreach (var person in people.Take(story.Asking))
        {
            seats = seats with { All = seats.With(seats.Ask(person).Changed).All };
        }

        db.SessionSeats.AddRange(
            seats.All.Select(seat => new SessionSeat
            {
                SessionId = session.Id,
                PersonId = seat.Person,
                Position = seat.Position,
                State = seat.State,
                At = session.CreatedAt.AddHours(seat.Position),
            })
        );
    }

    private DateTimeOffset? StartsAt(int? inDays) =>
        inDays is { } days
            ? WallClock.InstantOf(
                pack.DayOf(now).AddDays(days).ToDateTime(TimeOnly.MinValue) + Afternoon,
                pack.TimeZone
            )
            : null;

    private string PlaceWords =>
        pack.Languages[0] == "uk" ? "Зала навчань (вигадано)" : "Training hall (invented)";

    private Task<List<Access.Account>> AccountsAsync(AccessRole role, CancellationToken cancel) =>
        db
            .Accounts.Where(account =>
                account.IsDemo
                && account.PersonId != null
                && account.PasswordHash != null
                && account.Grants.Any(grant => grant.Role == role)
            )
            .OrderBy(account => account.Email)
            .ToListAsync(cancel);
}
