using Lms.Browser.Tests.Support;
using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Sessions;
using Lms.Web.Features.Sessions.Media;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Browser.Tests.Replays;

/// <summary>
/// A webinar of five minutes that was held a while ago, with voice, a camera, slides, captions and two
/// questions in its last minute, which one participant missed. Written beside the server.
/// </summary>
internal sealed class HeldWebinar : IAsyncDisposable
{
    public const int Seconds = 300;
    public const int MissedFrom = 230;

    private readonly WebApplication app;
    private readonly List<LiveEvent> events = [];
    private readonly LiveSessionId id = new(Guid.CreateVersion7());
    private DateTimeOffset opened;
    private PersonId trainer;

    private HeldWebinar(WebApplication app) => this.app = app;

    public Guid Session => id.Value;

    public string Replay => $"/sessions/{Session}/replay";

    public static HeldWebinar Beside(ServerSettings settings) =>
        new(
            LmsApplication.Build(
                [],
                builder =>
                    builder.Configuration.AddInMemoryCollection(
                        settings.Environment.Select(one =>
                            KeyValuePair.Create(
                                one.Key.Replace("__", ":", StringComparison.Ordinal),
                                (string?)one.Value
                            )
                        )
                    )
            )
        );

    /// <param name="picture">A key frame, as Chromium encodes it.</param>
    public async Task HoldAsync(byte[] picture, bool isRunning = false)
    {
        opened = Cut(
            TimeProvider.System.GetUtcNow().AddSeconds(isRunning ? -Seconds : -3 * Seconds)
        );
        await using (var db = Open())
        {
            trainer = await PersonAsync(db, "trainer");
            var person = await PersonAsync(db, "specialist");
            await AddAsync(db, person, isRunning);
            Say(person, isRunning);
            db.LiveEvents.AddRange(events);
            await db.SaveChangesAsync();
        }

        await RecordAsync(picture, isRunning);
        if (!isRunning)
        {
            await app.Services.GetRequiredService<MakeRecording>().RunAsync(id);
        }
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task AddAsync(LmsDbContext db, PersonId person, bool isRunning)
    {
        var course = (
            await app.Services.GetRequiredService<PublishedCourses>().FindAsync("k1-basics")
        )!;
        db.LiveSessions.Add(
            new()
            {
                Id = id,
                Operation = new(Guid.CreateVersion7()),
                CourseId = course.Id,
                ActivityId = course
                    .Activities.First(one => one.Kind == ActivityKind.LiveSession)
                    .Id,
                CourseVersionId = course.Version,
                Title = "Питання до юриста й поліції",
                Language = "uk",
                StartsAt = opened,
                Minutes = 60,
                Admission = Admission.Open,
                Form = SessionForm.Online,
                IsRecorded = true,
                State = isRunning ? SessionState.Live : SessionState.Ended,
                OpenedAt = opened,
                EndedAt = isRunning ? null : opened.AddSeconds(Seconds),
                By = new(Guid.CreateVersion7()),
                CreatedAt = opened.AddDays(-3),
            }
        );
        db.Add(
            new SessionTrainer
            {
                SessionId = id,
                PersonId = trainer,
                Role = RoomRole.Trainer,
            }
        );
        db.Add(
            new SessionSeat
            {
                SessionId = id,
                PersonId = person,
                Position = 1,
                State = SeatState.Seated,
                At = opened,
            }
        );
        if (!isRunning)
        {
            db.LivePresences.Add(
                new()
                {
                    Id = new(Guid.CreateVersion7()),
                    SessionId = id,
                    PersonId = person,
                    From = 0,
                    LastBeat = (MissedFrom * 1000) - Attendance.BeatHolds,
                }
            );
        }
    }

    private void Say(PersonId person, bool isRunning)
    {
        Add(0, null, new RoomEvent.StateSet(SessionState.Lobby));
        Add(0, trainer, new RoomEvent.Entered(trainer, RoomRole.Trainer));
        Add(0, person, new RoomEvent.Entered(person, RoomRole.Participant));
        Add(0, trainer, new RoomEvent.StateSet(SessionState.Live));
        Add(0, trainer, new RoomEvent.RecordingSet(true));
        Add(10, trainer, new RoomEvent.CaptionTyped("Вітаю всіх, починаємо"));
        Add(30, person, new RoomEvent.ChatPosted("Доброго дня!", ToTrainers: false));
        Add(45, trainer, new RoomEvent.CaptionTyped("слово, якого не мало бути"));
        Add(60, trainer, new RoomEvent.SlideShown(1));
        Add(62, trainer, new RoomEvent.CaptionTyped("Наші правила"));
        Add(120, trainer, new RoomEvent.SlideShown(2));
        Add(235, trainer, new RoomEvent.PollOpened(null, Question("Перше", "так", "ні"), 1));
        Add(240, trainer, new RoomEvent.PollOpened(null, Question("Друге", "так", "ні"), 1));
        Add(250, trainer, new RoomEvent.DecisionNoted("Звірити номери", "ЦНАП", null));
        if (!isRunning)
        {
            Add(Seconds, trainer, new RoomEvent.StateSet(SessionState.Ended));
        }
    }

    private string Question(string prompt, string right, string wrong) =>
        PollText.Keep(
            new SingleChoice
            {
                Id = $"q-{events.Count}",
                PromptHtml = $"<p>{prompt}</p>",
                Options = [new(right, true, null), new(wrong, false, null)],
            },
            app.Services.GetRequiredService<IChance>()
        );

    private void Add(int second, PersonId? by, RoomEvent what) =>
        events.Add(
            new()
            {
                SessionId = id,
                Number = events.Count + 1,
                At = second * 1000,
                By = by,
                What = what,
            }
        );

    private async Task RecordAsync(byte[] picture, bool isRunning)
    {
        var start = opened.ToUnixTimeMilliseconds();
        using var log = FrameLog.Open(app.Services.GetRequiredService<CutMedia>().Frames(id));
        for (var one = 0u; one < Seconds; one++)
        {
            var at = one * 1000;
            MediaFrame[] voice =
            [
                .. Enumerable
                    .Range(0, 50)
                    .Select(frame => new MediaFrame((at + (20 * frame)) * 1000d, true, Silence)),
            ];
            log.Append(start + at + 980, Packet(MediaTrack.Voice, one, voice));
            log.Append(
                start + at,
                Packet(MediaTrack.Camera, one, [new(at * 1000d, true, picture)])
            );
        }

        if (!isRunning)
        {
            log.End(start + (Seconds * 1000));
        }

        await log.FlushAsync();
    }

    private static readonly byte[] Silence = [0xF8, 0xFF, 0xFE];

    private static byte[] Packet(MediaTrack track, uint number, IReadOnlyList<MediaFrame> frames) =>
        new MediaPacket(
            track,
            track == MediaTrack.Camera ? PacketFlags.Key : PacketFlags.None,
            1,
            number,
            frames[0].TimeUs,
            frames,
            null
        ).Write();

    private LmsDbContext Open() =>
        app
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("a test holds a session"));

    private static async Task<PersonId> PersonAsync(LmsDbContext db, string name) =>
        (await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example")).PersonId!.Value;

    // To the second, so that the tests can say when.
    private static DateTimeOffset Cut(DateTimeOffset at) =>
        DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
