using System.Text;
using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>The chat of a long session: its end at the door, and the rest when it is asked for.</summary>
public sealed class RoomChatTests
{
    private const int Page = 100;
    private const string Private = "лише тренерам";
    private const string Gone = "канарка";

    [Fact]
    public async Task At_the_door_of_a_large_room_the_answer_fits_a_thin_link()
    {
        const int people = 300;
        const int messages = 2_000;
        // Six seconds at 10 kB/s: names of all and the newest messages.
        const int most = 60_000;
        await using var stage = await RoomStage.SetAsync();
        var crowd = await CrowdAsync(stage, people);
        var words = string.Join(' ', Enumerable.Repeat("повідомлення", 7))[..80];
        await stage.WriteAsync(
            crowd
                .Select(one => ((PersonId?)null, Entered(one)))
                .Concat(
                    Enumerable
                        .Range(0, messages)
                        .Select(at => ((PersonId?)crowd[at % people], Said(words)))
                )
        );
        foreach (var name in new[] { "trainer", "specialist" })
        {
            var visitor = await stage.ConnectAsync(name);
            var answer = Encoding.UTF8.GetByteCount((await visitor.HelloAsync()).GetRawText());
            TestContext.Current.TestOutputHelper?.WriteLine($"Hello of {name}: {answer} bytes");
            Assert.InRange(answer, 1, most);
        }
    }

    [Fact]
    public async Task Whoever_reads_on_comes_to_the_first_message_and_meets_none_twice()
    {
        await using var stage = await RoomStage.SetAsync();
        var (author, other) = (
            await stage.PersonAsync("specialist"),
            await stage.PersonAsync("specialist2")
        );
        var log = Talk(author, other).ToList();
        await stage.WriteAsync(log);
        var room = Room.Of(log.Select((one, at) => new LoggedEvent(at + 1, at, one.By, one.What)));
        Assert.True(room.Chat.Count > 2.5 * Page);

        foreach (
            var (name, person) in new[]
            {
                ("trainer", (PersonId?)null),
                ("manager", null),
                ("specialist", author),
                ("specialist2", other),
                ("auditor", await stage.PersonAsync("auditor")),
            }
        )
        {
            var visitor = await stage.EnterAsync(name);
            var seen = room
                .Chat.Where(one => !one.ToTrainers || person is null || one.By == person)
                .Select(one => (one.Number, one.Text))
                .ToList();
            Assert.Equal(seen[^Page..], visitor.Room.Chat);
            for (var had = Page; had < seen.Count; had += Page)
            {
                Assert.True(visitor.Room.HasEarlier);
                var answer = await visitor.EarlierAsync();
                Assert.Equal(
                    Math.Min(Page, seen.Count - had),
                    answer.GetProperty("messages").GetArrayLength()
                );
                Assert.True(answer.GetProperty("upTo").GetInt64() >= room.Number);
            }

            Assert.False(visitor.Room.HasEarlier);
            Assert.Equal(seen, visitor.Room.Chat);
            var heard = string.Concat(visitor.Heard);
            Assert.DoesNotContain(Gone, heard);
            if (name == "auditor")
            {
                Assert.DoesNotContain(Private, heard);
            }
        }
    }

    [Theory]
    [InlineData(99, false)]
    [InlineData(100, false)]
    [InlineData(101, true)]
    public async Task That_there_are_more_is_said_where_a_viewer_may_see_them(
        int messages,
        bool hasEarlier
    )
    {
        await using var stage = await RoomStage.SetAsync();
        var author = await stage.PersonAsync("specialist");
        // Words to trainers, before and between, are more for those who keep order alone.
        await stage.WriteAsync(
            Enumerable
                .Range(0, messages)
                .SelectMany(at => new[] { Said(Private, toTrainers: true), Said($"{at}") })
                .Select(what => ((PersonId?)author, what))
                .Prepend((null, Entered(author)))
        );

        // Whoever leads opens the doors.
        var trainer = await stage.EnterAsync("trainer");
        var other = await stage.EnterAsync("specialist2");

        Assert.Equal(hasEarlier, other.Room.HasEarlier);
        Assert.Equal(Math.Min(messages, Page), other.Room.Chat.Count);
        Assert.True(trainer.Room.HasEarlier);
        Assert.Equal(Page, trainer.Room.Chat.Count);
    }

    [Fact]
    public async Task What_is_asked_wrongly_or_from_outside_is_refused()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var last = await person.DoneAsync(Post("Слово"));
        foreach (
            var json in new[] { "0", "-1", "1.5", "1e99", $"{last + 2}", "\"2\"", "null", "{}" }
        )
        {
            Assert.Equal("malformed", await RefusedAsync(stage, person, json));
        }

        Assert.Null(await RefusedAsync(stage, person, "1"));
        Assert.Null(await RefusedAsync(stage, person, $"{last + 1}"));

        var stranger = await stage.ConnectAsync("regional");
        Assert.Equal("notNow", await RefusedAsync(stage, stranger, "1"));
        await stranger.HelloAsync();
        Assert.Equal("notNow", await RefusedAsync(stage, stranger, "1"));
        var early = await stage.ConnectAsync("specialist2");
        Assert.Equal("notNow", await RefusedAsync(stage, early, "1"));

        var answers = new List<string?>();
        for (var times = 0; times < 12; times++)
        {
            answers.Add(RoomStateTests.Refusal(await trainer.AskAsync("Earlier", 1)));
        }

        Assert.Contains("tooMuch", answers);
        Assert.Null(answers[0]);
    }

    [Fact]
    public async Task A_removal_that_is_not_on_the_disk_takes_nothing_away()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var keepers = new List<RoomVisitor>();
        var readers = new List<RoomVisitor>();
        for (var device = 0; device < 4; device++)
        {
            keepers.Add(await stage.EnterAsync("author"));
            readers.Add(await stage.EnterAsync("specialist"));
        }

        var last = await readers[0].DoneAsync(Post("Слово"));
        await using var db = stage.Host.Look();
        // In place of the next line of the room: nothing it says is written as long as this stands.
        db.LiveEvents.Add(
            new()
            {
                SessionId = stage.Session,
                Number = last + 1,
                At = 0,
                What = new RoomEvent.Erased(),
            }
        );
        await db.SaveChangesAsync();

        var told = 0;
        for (var round = 0; round < 20; round++)
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(5));
            // What is asked while a write is under way waits in one line: acts and reads together.
            var acts = keepers.ConvertAll(one =>
                one.DoAsync(new { kind = "chatRemoved", message = last })
            );
            var reads = readers.ConvertAll(one => one.AskAsync("Earlier", last + 1));
            Assert.All(
                await Task.WhenAll(acts),
                one => Assert.NotNull(RoomStateTests.Refusal(one))
            );
            foreach (var answer in await Task.WhenAll(reads))
            {
                if (RoomStateTests.Refusal(answer) is { } refusal)
                {
                    Assert.Equal("notSaved", refusal);
                    continue;
                }

                told++;
                Assert.Equal(last, answer.GetProperty("upTo").GetInt64());
                Assert.Single(answer.GetProperty("messages").EnumerateArray());
            }
        }

        Assert.True(told > 0);
    }

    // Over two pages and a half for anybody, with words that must not come again.
    private static IEnumerable<(PersonId? By, RoomEvent What)> Talk(PersonId author, PersonId other)
    {
        yield return (null, Entered(author));
        yield return (null, Entered(other));
        for (var number = 3L; number < 700; number++)
        {
            var by = number % 2 == 0 ? author : other;
            yield return (number % 9) switch
            {
                0 => (by, Said($"{Private} {number}", toTrainers: true)),
                1 => (by, Said($"{Gone} {number}")),
                2 => (by, new RoomEvent.ChatRemoved(number - 1)),
                3 when number % 2 == 0 => (
                    by,
                    new RoomEvent.Erased { ToTrainers = number % 4 == 0 }
                ),
                4 => (by, Said($"{Gone} {number}")),
                5 => (null, new RoomEvent.MessageErased(number - 1)),
                _ => (by, Said($"Слово {number}")),
            };
        }
    }

    private static async Task<List<PersonId>> CrowdAsync(RoomStage stage, int people)
    {
        await using var db = stage.Host.Look();
        var crowd = new List<PersonId>();
        for (var at = 0; at < people; at++)
        {
            var person = new Person
            {
                Id = new(Guid.CreateVersion7()),
                Name = new($"Шевченко{at}", "Олександра", "Володимирівна"),
                Community = new("UA59080110000034361"),
                CreatedAt = stage.Host.Clock.GetUtcNow(),
            };
            db.People.Add(person);
            crowd.Add(person.Id);
        }

        await db.SaveChangesAsync();
        return crowd;
    }

    private static RoomEvent Entered(PersonId person) =>
        new RoomEvent.Entered(person, RoomRole.Participant);

    private static RoomEvent Said(string text, bool toTrainers = false) =>
        new RoomEvent.ChatPosted(text, toTrainers);

    private static object Post(string text) =>
        new
        {
            kind = "chatPosted",
            text,
            toTrainers = false,
        };

    private static async Task<string?> RefusedAsync(RoomStage stage, RoomVisitor who, string json)
    {
        stage.Host.Clock.Forward(TimeSpan.FromSeconds(2));
        return RoomStateTests.Refusal(
            await who.AskAsync("Earlier", JsonDocument.Parse(json).RootElement)
        );
    }
}
