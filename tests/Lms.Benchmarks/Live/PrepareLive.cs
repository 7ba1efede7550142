using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Benchmarks.Live;

/// <summary>A session that begins now, its trainer, and a seat for everyone.</summary>
internal static class PrepareLive
{
    public static async Task RunAsync(string folder, int people)
    {
        await using var app = LmsApplication.Build([]);
        await app.PrepareAsync();
        var time = app.Services.GetRequiredService<TimeProvider>();
        var trainer = await BenchPerson.CreateAsync(app.Services, 0);
        var (cookies, ids) = (new List<string>(people), new List<PersonId>(people));
        for (var number = 1; number <= people; number++)
        {
            var account = await BenchPerson.CreateAsync(app.Services, number);
            ids.Add(account.PersonId!.Value);
            cookies.Add(await BenchPerson.CookieAsync(app.Services, account));
        }

        var session = new LiveSession
        {
            Id = new(time.NewId()),
            Operation = new(time.NewId()),
            Title = "Bench",
            Language = "uk",
            StartsAt = time.Now(),
            Minutes = 600,
            Admission = Admission.Open,
            Form = SessionForm.Online,
            State = SessionState.Scheduled,
            By = trainer.Id.Actor,
            CreatedAt = time.Now(),
        };
        await using var db = app
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        db.Add(session);
        db.Add(
            new SessionTrainer
            {
                SessionId = session.Id,
                PersonId = trainer.PersonId!.Value,
                Role = RoomRole.Trainer,
            }
        );
        db.AddRange(
            ids.Select(
                (person, at) =>
                    new SessionSeat
                    {
                        SessionId = session.Id,
                        PersonId = person,
                        Position = at + 1,
                        State = SeatState.Seated,
                        At = time.Now(),
                    }
            )
        );
        await db.SaveChangesAsync();
        new LivePlan(
            session.Id.Value,
            await BenchPerson.CookieAsync(app.Services, trainer),
            cookies,
            [.. ids.Select(person => person.Value)]
        ).Write(folder);
    }
}
