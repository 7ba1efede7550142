using Lms.Domain.Live;
using Lms.Domain.Quizzes;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Attendances;
using Lms.Web.Features.Privacy;
using Lms.Web.Features.Recordings;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Features.Shared.Meeting;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Meetings = Lms.Web.Tests.Features.Shared.Meeting.Meetings;

namespace Lms.Web.Tests.Features.Attendances;

/// <summary>What is cut or erased leaves the letters about a session too, whether they are sent or wait.</summary>
public sealed class LetterAfterTests
{
    private const string Answer = "телефон нуль шістдесят сім";
    private const string Another = "питати й слухати";
    private const string Decision = "Оновити пам’ятку";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Answers_in_words_that_go_later_go_from_the_letters_too(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var trainer = (await Meetings.TrainerAsync(host)).Account;
        var (cut, erased, forgotten, silenced) = (
            await ToldAsync(host),
            await ToldAsync(host),
            await ToldAsync(host),
            await ToldAsync(host)
        );
        await using (var db = host.Look())
        {
            // Of one the letters are sent, and kept yet.
            await db
                .OutgoingMail.Where(one => one.Event.Contains(cut.Value.ToString()))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.HandedOverAt, LmsHost.Start)
                        .SetProperty(one => one.SentAt, LmsHost.Start.AddDays(300))
                );
            // Of another they wait for a day on which the words are gone.
            await db
                .OutgoingMail.Where(one => one.Event.Contains(forgotten.Value.ToString()))
                .ExecuteUpdateAsync(set =>
                    set.SetProperty(one => one.NotBefore, LmsHost.Start.AddDays(300))
                );
        }

        Assert.All(
            await BodiesAsync(host, cut),
            body => Assert.Contains(Answer, body, StringComparison.Ordinal)
        );
        await using (var work = host.Services.WorkAs("a test takes words away"))
        {
            var services = work.Services;
            Assert.Equal(
                CutAnswer.Cut,
                await services
                    .GetRequiredService<CutRecording>()
                    .RunAsync(
                        cut,
                        new(HeldSession.Minute(3.5), HeldSession.Minute(5)),
                        "дані людини",
                        trainer
                    )
            );
            await AssertLeftAsync(host, cut, letters: 2, Another, Decision);
            Assert.Equal(
                EraseAnswer.Erased,
                await services.GetRequiredService<EraseRecording>().RunAsync(erased, trainer)
            );
            await AssertLeftAsync(host, erased, letters: 2, Decision);
            Assert.Equal(
                ErasureAnswer.Done,
                await services
                    .GetRequiredService<ErasePerson>()
                    .RunAsync(await host.PersonAsync("specialist"))
            );
            await AssertLeftAsync(host, silenced, letters: 1, Another, Decision);
            host.Clock.Forward(TimeSpan.FromDays(91));
            await services.GetRequiredService<ApplyRetention>().RunAsync();
            await AssertLeftAsync(host, forgotten, letters: 1, Decision);
        }
    }

    [Fact]
    public async Task A_letter_says_what_stands_in_it_when_its_turn_comes()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7() };
        await using (var db = host.Look())
        {
            await db.OutgoingMail.ExecuteDeleteAsync();
            db.OutgoingMail.AddRange(
                ids.Select(
                    (id, at) =>
                        new OutgoingMail
                        {
                            Id = new(id),
                            Event = $"test:{at}",
                            To = "someone@demo.example",
                            Subject = "Лист",
                            Body = $"Слова {at}",
                            CreatedAt = LmsHost.Start.AddMinutes(at - 9),
                            NotBefore = LmsHost.Start.AddMinutes(-9),
                        }
                )
            );
            await db.SaveChangesAsync();
        }

        var slow = new SlowCarrier(async () =>
        {
            await using var db = host.Look();
            await db
                .OutgoingMail.Where(one => one.Id == new MailId(ids[1]))
                .ExecuteUpdateAsync(set => set.SetProperty(one => one.Body, "Що лишилося"));
            await db.OutgoingMail.Where(one => one.Id == new MailId(ids[2])).ExecuteDeleteAsync();
        });
        await using var work = host.Services.WorkAs("a test sends");
        await ActivatorUtilities
            .CreateInstance<SendMail>(work.Services, slow)
            .Execute(null!, CancellationToken.None);

        Assert.Equal(["Слова 0", "Що лишилося"], slow.Carried);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_letter_that_has_nothing_left_to_say_never_goes(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var session = await ToldAsync(host, hasDecision: false);
        await using var db = host.Look();
        var letters = db.OutgoingMail.Where(one => one.Event.Contains(session.Value.ToString()));
        var open = await letters.Select(one => one.Id).FirstAsync();
        await letters
            .Where(one => one.Id == open)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.HandedOverAt, LmsHost.Start));
        // Where there is no mail server it stands in a file.
        var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "mail")).FullName;
        var other = Path.Combine(folder, $"20261123-090000-{Guid.CreateVersion7():N}.eml");
        await File.WriteAllTextAsync(other, "інший");
        await File.WriteAllTextAsync(
            Path.Combine(folder, $"20261123-090000-{open.Value:N}.eml"),
            Answer
        );

        await using var work = host.Services.WorkAs("a test erases what was said");
        var trainer = (await Meetings.TrainerAsync(host)).Account;
        Assert.Equal(
            EraseAnswer.Erased,
            await work.Services.GetRequiredService<EraseRecording>().RunAsync(session, trainer)
        );
        Assert.Equal([""], await BodiesAsync(host, session));
        Assert.Equal([other], Directory.GetFiles(folder));

        // Refused after all, or tried again by an administrator.
        await letters.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.HandedOverAt, (DateTimeOffset?)null)
        );
        var carrier = new SlowCarrier(() => Task.CompletedTask);
        await ActivatorUtilities
            .CreateInstance<SendMail>(work.Services, carrier)
            .Execute(null!, CancellationToken.None);

        Assert.DoesNotContain("", carrier.Carried);
        var left = await letters.AsNoTracking().SingleAsync();
        Assert.Null(left.HandedOverAt);
        Assert.Equal(OutgoingMail.GivenUp, left.Failures);
    }

    [Fact]
    public async Task What_goes_while_the_letters_wait_to_be_written_is_not_in_them()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var held = await HeldAsync(host, hasDecision: true);
        await using var work = host.Services.WorkAs("a test closes a session");
        await using var db = host
            .Services.GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("a test erases"));
        var closing = Task.CompletedTask;
        await db.WriteAsync(async () =>
        {
            closing = work.Services.GetRequiredService<CloseSession>().RunAsync(held.Id);
            // It has read by now, and waits for its turn.
            Assert.False(closing.IsCompleted);
            foreach (
                var one in await db.LiveEvents.Where(one => one.SessionId == held.Id).ToListAsync()
            )
            {
                one.What = one.What is RoomEvent.Voted ? new RoomEvent.Erased() : one.What;
            }

            await db.SaveChangesAsync();
        });
        await closing;

        await AssertLeftAsync(host, held.Id, letters: 2, Decision);
    }

    private static async Task<LiveSessionId> ToldAsync(LmsHost host, bool hasDecision = true)
    {
        var held = await HeldAsync(host, hasDecision);
        await using var work = host.Services.WorkAs("a test closes a session");
        await work.Services.GetRequiredService<CloseSession>().RunAsync(held.Id);
        return held.Id;
    }

    private static async Task<HeldSession> HeldAsync(LmsHost host, bool hasDecision)
    {
        var (one, other) = (
            await host.PersonAsync("specialist"),
            await host.PersonAsync("specialist2")
        );
        var held = (await HeldSession.PlannedAsync(host)).Lives(0);
        foreach (var person in new[] { one, other })
        {
            held.Enters(person, 0).Seated(person).There(person, 0, 60);
        }

        var json = PollText.Keep(
            new ShortText { Id = "q", Accepted = [] },
            host.Services.GetRequiredService<IChance>()
        );
        var poll = held.Says(3, held.Trainer, new RoomEvent.PollOpened(null, json, 0));
        held.Says(4, one, new RoomEvent.Voted(poll, [Answer]));
        held.Says(20, other, new RoomEvent.Voted(poll, [Another]));
        held.Says(30, held.Trainer, new RoomEvent.PollSet(poll, PollState.Revealed));
        if (hasDecision)
        {
            held.Says(31, held.Trainer, new RoomEvent.DecisionNoted(Decision, "усі", null));
        }

        await held.EndsAsync();
        return held;
    }

    private static async Task AssertLeftAsync(
        LmsHost host,
        LiveSessionId session,
        int letters,
        params string[] words
    )
    {
        var bodies = await BodiesAsync(host, session);
        Assert.Equal(letters, bodies.Count);
        foreach (var body in bodies)
        {
            Assert.Equal(
                words,
                new[] { Answer, Another, Decision }.Where(one =>
                    body.Contains(one, StringComparison.Ordinal)
                )
            );
        }
    }

    private static async Task<IReadOnlyList<string>> BodiesAsync(
        LmsHost host,
        LiveSessionId session
    )
    {
        var prefix = $"session-after:{session.Value}:";
        await using var db = host.Look();
        return await db
            .OutgoingMail.Where(one => one.Event.StartsWith(prefix))
            .Select(one => one.Body)
            .ToListAsync();
    }

    /// <summary>While it carries the first letter, something else happens.</summary>
    private sealed class SlowCarrier(Func<Task> meanwhile) : IMailCarrier
    {
        public List<string> Carried { get; } = [];

        public async Task CarryAsync(MimeMessage letter, CancellationToken cancel)
        {
            Carried.Add(letter.TextBody!);
            if (Carried.Count == 1)
            {
                await meanwhile();
            }
        }

        public bool WasRefused(Exception failure) => false;
    }
}
