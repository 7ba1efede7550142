using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Support;

/// <summary>Live sessions as a test needs them, planned behind the pages.</summary>
public static class MeetingRoom
{
    /// <summary>A session led by one demo person, with seats for others.</summary>
    public static Task<LiveSessionId> PlanAsync(
        LmsHost host,
        string leads,
        params string[] seats
    ) => PlanAsync(host, SessionState.Scheduled, null, leads, seats);

    /// <param name="deck">Slug of the course and of the activity whose slides are shown.</param>
    public static async Task<LiveSessionId> PlanAsync(
        LmsHost host,
        SessionState state,
        (string Course, string Activity)? deck,
        string leads,
        params string[] seats
    )
    {
        await using var db = host.Look();
        var now = host.Clock.GetUtcNow();
        var activity = deck is { } of ? await ActivityAsync(db, of.Course, of.Activity) : null;
        var leader = await PersonAsync(db, leads);
        var session = new LiveSession
        {
            Id = new(Guid.CreateVersion7()),
            Operation = new(Guid.CreateVersion7()),
            CourseId = activity?.CourseId,
            ActivityId = activity?.Id,
            Title = "Питання до юриста",
            Language = "uk",
            StartsAt = now.AddHours(1),
            Minutes = 60,
            Admission = Admission.Open,
            Form = SessionForm.Online,
            State = state,
            By = new(Guid.CreateVersion7()),
            CreatedAt = now,
        };
        db.LiveSessions.Add(session);
        db.SessionTrainers.Add(
            new()
            {
                SessionId = session.Id,
                PersonId = leader,
                Role = RoomRole.Trainer,
            }
        );
        foreach (var (index, name) in seats.Where(name => name != leads).Index())
        {
            db.SessionSeats.Add(
                new()
                {
                    SessionId = session.Id,
                    PersonId = await PersonAsync(db, name),
                    Position = index + 1,
                    State = SeatState.Seated,
                    At = now,
                }
            );
        }

        await db.SaveChangesAsync();
        return session.Id;
    }

    public static Task<PersonId> PersonAsync(LmsDbContext db, string name) =>
        db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.PersonId!.Value)
            .SingleAsync();

    private static Task<Activity> ActivityAsync(LmsDbContext db, string course, string activity) =>
        db
            .Activities.Join(
                db.Courses.Where(one => one.Slug == course),
                one => one.CourseId,
                one => one.Id,
                (one, _) => one
            )
            .SingleAsync(one => one.Slug == activity);
}
