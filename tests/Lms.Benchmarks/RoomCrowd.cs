using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.Shared;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>A session with very many seats, and the cookies of those who have one: five devices each.</summary>
internal sealed record RoomCrowd(Guid Session, string Trainer, IReadOnlyList<string> People)
{
    public const int DevicesEach = 5;

    private const int FirstNumber = 10_000;

    /// <summary>Written into the folder by a product that serves nothing.</summary>
    public static async Task PrepareAsync(string folder, int people)
    {
        await using var app = LmsApplication.Build([]);
        var time = app.Services.GetRequiredService<TimeProvider>();
        var session = new LiveSession
        {
            Id = new(time.NewId()),
            Operation = new OperationId(time.NewId()),
            Title = "Bench",
            Language = "uk",
            StartsAt = time.Now().AddMinutes(5),
            Minutes = 600,
            Admission = Admission.Open,
            Form = SessionForm.Online,
            State = SessionState.Scheduled,
            By = new(time.NewId()),
            CreatedAt = time.Now(),
        };
        await using var db = app
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        db.Add(session);
        await db.SaveChangesAsync();
        var cookies = new List<string>(people);
        for (var number = 0; number < people; number++)
        {
            var account = await BenchPerson.CreateAsync(app.Services, FirstNumber + number);
            db.Add(
                new SessionSeat
                {
                    SessionId = session.Id,
                    PersonId = account.PersonId!.Value,
                    Position = number + 1,
                    State = SeatState.Seated,
                    At = time.Now(),
                }
            );
            cookies.Add(await BenchPerson.CookieAsync(app.Services, account));
        }

        var trainer = await db.Accounts.SingleAsync(one => one.Email == "trainer@demo.example");
        db.Add(
            new SessionTrainer
            {
                SessionId = session.Id,
                PersonId = trainer.PersonId!.Value,
                Role = RoomRole.Trainer,
            }
        );
        await db.SaveChangesAsync();
        await File.WriteAllTextAsync(
            In(folder),
            JsonSerializer.Serialize(
                new RoomCrowd(
                    session.Id.Value,
                    await BenchPerson.CookieAsync(app.Services, trainer),
                    cookies
                )
            )
        );
    }

    public static RoomCrowd Read(string folder) =>
        JsonSerializer.Deserialize<RoomCrowd>(File.ReadAllText(In(folder)))!;

    private static string In(string folder) => Path.Combine(folder, "crowd.json");
}
