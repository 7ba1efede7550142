using Lms.Domain.Live;
using Lms.Web.Features.Recordings;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Features.Shared.Erasing;
using Lms.Web.Tests.Features.Shared.Meeting;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Who is erased while a room is open leaves it at once: words, questions, the hand and the name.</summary>
public sealed class RoomErasureTests
{
    private const string Public = "Слово для всіх";
    private const string Private = "Слово для тренерів";
    private const string Question = "Чи можна спитати?";
    private const string Answer = "Відповідь своїми словами";
    private const string Another = "Відповідь іншого";
    private const string Tombstone = "Видалена особа #";

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Words_of_who_is_erased_leave_every_screen_and_whoever_comes_later_sees_the_same(
        string database
    )
    {
        await using var stage = await RoomStage.SetAsync(TestDatabase.Named(database));
        var trainer = await stage.BeginAsync();
        var gone = await stage.EnterAsync("specialist");
        var other = await stage.EnterAsync("specialist2");
        var away = await stage.EnterAsync("author");
        await SpeakAsync(gone);
        await AnswerAsync(trainer, (gone, Answer), (other, Another));
        await trainer.DoneAsync(new { kind = "captionTyped", text = "Рядок" });
        var last = await other.DoneAsync(Post("Слово іншого"));
        await Task.WhenAll(trainer.KnowsAsync(last), away.KnowsAsync(last));
        Assert.Contains(Private, trainer.Room.Words());
        Assert.Contains(Question, other.Room.Words());
        Assert.Contains(Answer, other.Room.Words());
        await away.DropAsync();

        await EraseAsync(stage);

        var erased = await ErasedAsync(stage);
        await Task.WhenAll(trainer.KnowsAsync(erased), other.KnowsAsync(erased));
        var bye = await gone.Bye.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("signedOut", bye.GetProperty("reason").GetString());
        foreach (var visitor in new[] { trainer, other })
        {
            AssertSilent(visitor);
            Assert.Contains(Tombstone, visitor.Room.Words());
            Assert.Contains("Слово іншого", visitor.Room.Words());
            Assert.Contains(Another, visitor.Room.Words());
            Assert.Contains("\"hands\": \"\"", visitor.Room.Words());
        }

        await away.ReturnAsync();
        Assert.Equal(trainer.Room.Words(), away.Room.Words());
        var fresh = await stage.EnterAsync("trainer");
        Assert.Equal(trainer.Room.Words(), fresh.Room.Words());
        Assert.All(new[] { away, fresh }, AssertSilent);
        // Those who were never to read it see no place of it either.
        Assert.Equal(2, Count(other.Room.Words(), "\"toTrainers\""));
        Assert.Equal(3, Count(trainer.Room.Words(), "\"toTrainers\""));
    }

    [Fact]
    public async Task What_is_erased_by_another_process_is_found_and_a_restart_folds_to_the_same()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var gone = await stage.EnterAsync("specialist");
        await SpeakAsync(gone);
        await AnswerAsync(trainer, (gone, Answer));
        await using (var scope = stage.Host.Services.CreateAsyncScope())
        {
            // As a verb beside the server: nobody tells the room.
            scope.ServiceProvider.GetRequiredService<AfterErasure>().Look = () =>
                Task.CompletedTask;
        }

        await EraseAsync(stage);
        await trainer.KnowsAsync(await ErasedAsync(stage));
        AssertSilent(trainer);
        Assert.Contains(Tombstone, trainer.Room.Words());
        var words = trainer.Room.Words();

        await stage.RestartAsync(TimeSpan.FromSeconds(5));
        var again = await stage.EnterAsync("trainer");
        Assert.Equal(words, again.Room.Words());
        await using var db = stage.Host.Look();
        var log = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .Select(one => one.What)
            .ToListAsync();
        Assert.Single(log.OfType<RoomEvent.WordsErased>());
        Assert.Empty(log.OfType<RoomEvent.ChatPosted>());
        Assert.Empty(log.OfType<RoomEvent.Asked>());
        Assert.Empty(log.OfType<RoomEvent.Voted>().Single().Values);
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_a_trainer_erases_while_the_room_is_open_leaves_its_memory_and_every_screen(
        string database
    )
    {
        const string caption = "Рядок під слайдами";
        await using var stage = await RoomStage.SetAsync(TestDatabase.Named(database));
        var trainer = await stage.BeginAsync();
        var learner = await stage.EnterAsync("specialist");
        var other = await stage.EnterAsync("specialist2");
        long[] said =
        [
            await learner.DoneAsync(Post(Public)),
            await learner.DoneAsync(Post(Private, toTrainers: true)),
            await learner.DoneAsync(new { kind = "asked", text = Question }),
            await trainer.DoneAsync(new { kind = "captionTyped", text = caption }),
        ];
        var last = await other.DoneAsync(Post("Слово іншого"));
        await Task.WhenAll(trainer.KnowsAsync(last), learner.KnowsAsync(last));
        Assert.Contains(Private, trainer.Room.Words());
        Assert.Contains(caption, other.Room.Words());
        var away = await stage.EnterAsync("author");
        await away.DropAsync();

        var account = (await stage.Host.TrainerAsync()).Account;
        await using (var scope = stage.Host.Services.CreateAsyncScope())
        {
            var erase = scope.ServiceProvider.GetRequiredService<EraseRecording>();
            foreach (var number in said)
            {
                Assert.True(await erase.MessageAsync(stage.Session, number, account));
                Assert.False(await erase.MessageAsync(stage.Session, number, account));
            }
        }

        await using var db = stage.Host.Look();
        var told = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .ToListAsync();
        Assert.Equal(
            said,
            told.Select(one => one.What)
                .OfType<RoomEvent.MessageErased>()
                .Select(one => one.Message)
        );
        await Task.WhenAll(
            trainer.KnowsAsync(told[^1].Number),
            learner.KnowsAsync(told[^1].Number),
            other.KnowsAsync(told[^1].Number)
        );
        await away.ReturnAsync();
        var fresh = await stage.EnterAsync("trainer");
        Assert.All(new[] { trainer, learner, other, away, fresh }, AssertGone);
        Assert.Equal(trainer.Room.Words(), away.Room.Words());
        Assert.Equal(trainer.Room.Words(), fresh.Room.Words());
        Assert.Contains("Слово іншого", other.Room.Words());

        void AssertGone(RoomVisitor visitor)
        {
            AssertSilent(visitor);
            Assert.DoesNotContain(caption, visitor.Room.Words());
        }
    }

    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task What_is_erased_while_no_line_can_be_written_leaves_the_screens_once_one_can(
        string database
    )
    {
        await using var stage = await RoomStage.SetAsync(TestDatabase.Named(database));
        var trainer = await stage.BeginAsync();
        var learner = await stage.EnterAsync("specialist");
        var said = await learner.DoneAsync(Post(Public));
        var asked = await learner.DoneAsync(new { kind = "asked", text = Question });
        await trainer.KnowsAsync(asked);

        using var refusals = new RefusedWrites(stage);
        await FillAsync(stage);
        await EraseAsync(stage, said);
        await EraseAsync(stage, asked);
        Assert.Empty(await ToldAsync(stage));
        Assert.Contains(Public, trainer.Room.Words());
        // Who comes now is not shown it.
        var late = await stage.ConnectAsync("trainer");
        while (RoomStateTests.Refusal(await late.HelloAsync()) is not null)
        {
            await Task.Delay(100);
        }

        AssertSilent(late);

        await EmptyAsync(stage);
        for (var tries = 0; tries < 200 && (await ToldAsync(stage)).Count < 2; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal([said, asked], await ToldAsync(stage));
        var last = await trainer.DoneAsync(Post("Далі"));
        await Task.WhenAll(trainer.KnowsAsync(last), learner.KnowsAsync(last));
        Assert.All(new[] { trainer, learner }, AssertSilent);
        // And once only; so was it in the log that nothing could be written.
        Assert.Equal(2, (await ToldAsync(stage)).Count);
        Assert.Equal(1, refusals.Count);
        await FillAsync(stage);
        Assert.Equal("notSaved", await trainer.RefusedAsync(Post("Ні")));
        Assert.Equal(2, refusals.Count);
    }

    [Fact]
    public async Task What_was_erased_and_not_told_before_the_server_ended_is_told_after_it()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var learner = await stage.EnterAsync("specialist");
        var said = await learner.DoneAsync(Post(Public));
        stage.Host.Services.GetRequiredService<AfterErasure>().Forget = (_, _) =>
            Task.CompletedTask;
        await EraseAsync(stage, said);
        await stage.RestartAsync(TimeSpan.FromSeconds(5));
        await stage.EnterAsync("trainer");
        for (var tries = 0; tries < 200 && (await ToldAsync(stage)).Count == 0; tries++)
        {
            await Task.Delay(100);
        }

        Assert.Equal([said], await ToldAsync(stage));
    }

    [Fact]
    public async Task What_could_not_be_told_at_once_is_erased_all_the_same_and_told_later()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var learner = await stage.EnterAsync("specialist");
        var said = await learner.DoneAsync(Post(Public));
        await trainer.KnowsAsync(said);
        await using var db = stage.Host.Look();
        // In place of the next line of the room: nothing it says is written as long as this stands.
        var inTheWay = new LiveEvent
        {
            SessionId = stage.Session,
            Number = said + 1,
            At = 0,
            What = new RoomEvent.Erased(),
        };
        db.LiveEvents.Add(inTheWay);
        await db.SaveChangesAsync();

        var account = (await stage.Host.TrainerAsync()).Account;
        await using (var scope = stage.Host.Services.CreateAsyncScope())
        {
            var erase = scope.ServiceProvider.GetRequiredService<EraseRecording>();
            Assert.True(await erase.MessageAsync(stage.Session, said, account));
        }

        Assert.Contains(Public, trainer.Room.Words());
        db.LiveEvents.Remove(inTheWay);
        await db.SaveChangesAsync();
        await trainer.KnowsAsync(await LineAsync(stage, one => one is RoomEvent.MessageErased));
        Assert.All(new[] { trainer, learner }, AssertSilent);
        await using var look = stage.Host.Look();
        Assert.Single(
            (
                await look
                    .LiveEvents.Where(one => one.SessionId == stage.Session)
                    .Select(one => one.What)
                    .ToListAsync()
            ).OfType<RoomEvent.MessageErased>()
        );
    }

    [Fact]
    public async Task A_room_that_cannot_be_opened_when_something_is_erased_reads_its_log_without_it()
    {
        await using var stage = await RoomStage.SetAsync();
        var said = await LeaveAsync(stage);
        var isAway = true;
        Following(
            stage,
            () =>
            {
                if (isAway)
                {
                    throw new InvalidOperationException("The disk is away.");
                }
            }
        );

        await EraseAsync(stage, said);
        isAway = false;
        AssertSilent(await stage.EnterAsync("trainer"));
    }

    [Fact]
    public async Task A_room_that_is_being_opened_when_something_is_erased_forgets_what_it_has_read()
    {
        await using var stage = await RoomStage.SetAsync();
        var said = await LeaveAsync(stage);
        using var hasRead = new ManualResetEventSlim();
        using var free = new ManualResetEventSlim();
        var rooms = Following(
            stage,
            () =>
            {
                hasRead.Set();
                free.Wait();
            }
        );
        var opening = rooms.FindAsync(stage.Session);
        Task erasing;
        try
        {
            Assert.True(hasRead.Wait(TimeSpan.FromSeconds(10)));
            erasing = EraseAsync(stage, said);
            await Task.Delay(TimeSpan.FromMilliseconds(300));
            Assert.False(opening.IsCompleted);
        }
        finally
        {
            free.Set();
        }

        await Task.WhenAll(opening, erasing);
        AssertSilent(await stage.EnterAsync("trainer"));
    }

    // What a server that is gone left: an open room, and a word in it.
    private static async Task<long> LeaveAsync(RoomStage stage)
    {
        await using var db = stage.Host.Look();
        var person = await stage.PersonAsync("specialist");
        db.LiveEvents.AddRange(
            new RoomEvent[]
            {
                new RoomEvent.StateSet(SessionState.Lobby),
                new RoomEvent.Entered(person, RoomRole.Participant),
                new RoomEvent.ChatPosted(Public, ToTrainers: false),
            }.Select(
                (what, at) =>
                    new LiveEvent
                    {
                        SessionId = stage.Session,
                        Number = at + 1,
                        At = at,
                        By = at == 2 ? person : null,
                        What = what,
                    }
            )
        );
        var session = await db.LiveSessions.SingleAsync(one => one.Id == stage.Session);
        (session.State, session.OpenedAt) = (SessionState.Lobby, stage.Host.Clock.GetUtcNow());
        await db.SaveChangesAsync();
        return 3;
    }

    private static LiveRooms Following(RoomStage stage, Action opened)
    {
        var rooms = stage.Host.Services.GetRequiredService<LiveRooms>();
        var told = rooms.Told!;
        rooms.Told = (room, added) =>
        {
            if (added.Count == 0)
            {
                opened();
            }

            told(room, added);
        };
        return rooms;
    }

    private static async Task SpeakAsync(RoomVisitor gone)
    {
        await gone.DoneAsync(Post(Public));
        await gone.DoneAsync(Post(Private, toTrainers: true));
        await gone.DoneAsync(new { kind = "asked", text = Question });
        await gone.DoneAsync(new { kind = "handRaised" });
    }

    private static async Task AnswerAsync(
        RoomVisitor trainer,
        params (RoomVisitor Who, string Words)[] answers
    )
    {
        var question = new { kind = "shortText", prompt = "Що запам’яталося?" };
        var poll = await trainer.DoneAsync(new { kind = "pollOpened", question });
        foreach (var (who, words) in answers)
        {
            await who.DoneAsync(
                new
                {
                    kind = "voted",
                    poll,
                    values = new[] { words },
                }
            );
        }

        await trainer.DoneAsync(
            new
            {
                kind = "pollSet",
                poll,
                state = "revealed",
            }
        );
    }

    private static object Post(string text, bool toTrainers = false) =>
        new
        {
            kind = "chatPosted",
            text,
            toTrainers,
        };

    private static async Task EraseAsync(RoomStage stage)
    {
        var person = await stage.PersonAsync("specialist");
        await using var scope = stage.Host.Services.CreateAsyncScope();
        var erase = scope.ServiceProvider.GetRequiredService<ErasePerson>();
        Assert.Equal(ErasureAnswer.Done, await erase.RunAsync(person));
    }

    private static async Task EraseAsync(RoomStage stage, long message)
    {
        var account = (await stage.Host.TrainerAsync()).Account;
        await using var scope = stage.Host.Services.CreateAsyncScope();
        var erase = scope.ServiceProvider.GetRequiredService<EraseRecording>();
        Assert.True(await erase.MessageAsync(stage.Session, message, account));
    }

    // Another line stands where the next one of the room would: none of them is taken.
    private static async Task FillAsync(RoomStage stage)
    {
        await using var db = stage.Host.Look();
        var last = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .LastAsync();
        db.LiveEvents.Add(
            new()
            {
                SessionId = stage.Session,
                Number = last.Number + 1,
                At = last.At,
                What = new RoomEvent.CheckAsked(),
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task EmptyAsync(RoomStage stage)
    {
        await using var db = stage.Host.Look();
        var all = db.LiveEvents.Where(one => one.SessionId == stage.Session);
        var last = await all.MaxAsync(one => one.Number);
        await all.Where(one => one.Number == last).ExecuteDeleteAsync();
    }

    // The messages of which a line says that they were erased.
    private static async Task<List<long>> ToldAsync(RoomStage stage)
    {
        await using var db = stage.Host.Look();
        var log = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .ToListAsync();
        return
        [
            .. log.Select(one => one.What)
                .OfType<RoomEvent.MessageErased>()
                .Select(one => one.Message),
        ];
    }

    private static void AssertSilent(RoomVisitor visitor)
    {
        foreach (var word in new[] { Public, Private, Question, Answer })
        {
            Assert.DoesNotContain(word, visitor.Room.Words());
        }
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static Task<long> ErasedAsync(RoomStage stage) =>
        LineAsync(stage, one => one is RoomEvent.WordsErased);

    // The number of the line that says so; it comes by itself.
    private static async Task<long> LineAsync(RoomStage stage, Func<RoomEvent, bool> says)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            await using var db = stage.Host.Look();
            var log = await db
                .LiveEvents.Where(one => one.SessionId == stage.Session)
                .ToListAsync();
            if (log.Find(one => says(one.What)) is { } line)
            {
                return line.Number;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("Nobody told the room.");
    }

    /// <summary>How often the log said that a room could not write.</summary>
    private sealed class RefusedWrites : ILoggerProvider, ILogger
    {
        private int count;

        public RefusedWrites(RoomStage stage) =>
            stage.Host.Services.GetRequiredService<ILoggerFactory>().AddProvider(this);

        public int Count => Volatile.Read(ref count);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (formatter(state, exception).Contains("were not written", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref count);
            }
        }

        public void Dispose() { }
    }
}
