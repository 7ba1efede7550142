using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Attendances;

/// <summary>
/// A session as the room leaves it: its log, its beats and its seats, written straight into the
/// database. Led by the demo trainer, live for an hour from the start unless a test says otherwise.
/// </summary>
public sealed class HeldSession
{
    private readonly List<LiveEvent> events = [];
    private readonly List<object> rows = [];

    private HeldSession(LmsHost host, LiveSession session)
    {
        Host = host;
        Session = session;
    }

    public LmsHost Host { get; }

    public LiveSession Session { get; private set; }

    public LiveSessionId Id => Session.Id;

    public string Register => $"/teach/sessions/{Id.Value}/attendance";

    public string Replay => $"/sessions/{Id.Value}/replay";

    public PersonId Trainer { get; private set; }

    public static async Task<HeldSession> PlannedAsync(
        LmsHost host,
        CourseId? course = null,
        ActivityId? deck = null,
        CourseVersionId? version = null,
        SessionForm form = SessionForm.Online,
        bool isRecorded = true
    )
    {
        var opened = host.Clock.Now();
        var held = new HeldSession(
            host,
            new()
            {
                Id = new(Guid.CreateVersion7()),
                Operation = new(Guid.CreateVersion7()),
                CourseId = course,
                ActivityId = deck,
                CourseVersionId = version,
                Title = "Питання до юриста",
                Language = "uk",
                StartsAt = opened,
                Minutes = 60,
                Admission = Admission.Open,
                Form = form,
                IsRecorded = isRecorded,
                State = SessionState.Lobby,
                OpenedAt = opened,
                By = new(Guid.CreateVersion7()),
                CreatedAt = opened.AddDays(-3),
            }
        );
        held.Trainer = await host.PersonAsync("trainer");
        held.Add(
            new SessionTrainer
            {
                SessionId = held.Id,
                PersonId = held.Trainer,
                Role = RoomRole.Trainer,
            }
        );
        held.Says(0, null, new RoomEvent.StateSet(SessionState.Lobby));
        held.Says(0, held.Trainer, new RoomEvent.Entered(held.Trainer, RoomRole.Trainer));
        return held;
    }

    /// <summary>Of the course that every test has, with its deck.</summary>
    public static async Task<HeldSession> OfCourseAsync(LmsHost host, string slug = "k1-basics")
    {
        var course = (await host.Services.GetRequiredService<PublishedCourses>().FindAsync(slug))!;
        var deck = course.Activities.First(one => one.Kind == ActivityKind.LiveSession);
        return await PlannedAsync(host, course.Id, deck.Id, course.Version);
    }

    public static long Minute(double minutes) => (long)(minutes * 60_000);

    public HeldSession Add(object row)
    {
        rows.Add(row);
        return this;
    }

    /// <returns>The number of the event.</returns>
    public long Says(double minute, PersonId? by, RoomEvent what)
    {
        events.Add(
            new()
            {
                SessionId = Id,
                Number = events.Count + 1,
                At = Minute(minute),
                By = by,
                What = what,
            }
        );
        return events.Count;
    }

    public HeldSession Lives(double from)
    {
        Says(from, Trainer, new RoomEvent.StateSet(SessionState.Live));
        return this;
    }

    public HeldSession Enters(PersonId person, double minute)
    {
        Says(minute, person, new RoomEvent.Entered(person, RoomRole.Participant));
        return this;
    }

    public HeldSession Seated(PersonId person)
    {
        Add(
            new SessionSeat
            {
                SessionId = Id,
                PersonId = person,
                Position = rows.Count + 1,
                State = SeatState.Seated,
                At = Host.Clock.Now(),
            }
        );
        return this;
    }

    /// <summary>A seat, and beats from a minute to a minute; the last one holds for ten seconds more.</summary>
    public HeldSession There(PersonId person, double from, double until, long background = 0)
    {
        Add(
            new LivePresence
            {
                Id = new(Guid.CreateVersion7()),
                SessionId = Id,
                PersonId = person,
                From = Minute(from),
                LastBeat = Minute(until) - Attendance.BeatHolds,
                Background = background,
            }
        );
        return this;
    }

    /// <summary>Ends it, writes all of it, and moves the clock to its end.</summary>
    public async Task<HeldSession> EndsAsync(double minute = 60)
    {
        Says(minute, Trainer, new RoomEvent.StateSet(SessionState.Ended));
        Session.State = SessionState.Ended;
        Session.EndedAt = Session.OpenedAt!.Value.AddMilliseconds(Minute(minute));
        Host.Clock.Forward(TimeSpan.FromMinutes(minute));
        await SaveAsync();
        return this;
    }

    /// <summary>Writes it as it stands, still running.</summary>
    public async Task<HeldSession> RunsAsync()
    {
        var room = Room.Of(events.Select(one => one.Line));
        Session.State = room.State;
        await SaveAsync();
        return this;
    }

    public async Task SettleAsync()
    {
        await using var work = Host.Services.WorkAs("a test settles a session");
        await work
            .Services.GetRequiredService<Lms.Web.Features.Attendances.SettleEnded>()
            .RunAsync();
    }

    public async Task<AttendanceLine> LineAsync(PersonId person) =>
        (await Host.Services.GetRequiredService<AttendanceReads>().OneAsync(Id, person))!
            .Value
            .Line;

    private async Task SaveAsync()
    {
        await using var db = Host.Look();
        db.LiveSessions.Add(Session);
        db.LiveEvents.AddRange(events);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}

public static class SessionPeople
{
    public static async Task<PersonId> PersonAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.PersonId!.Value)
            .SingleAsync();
    }
}
