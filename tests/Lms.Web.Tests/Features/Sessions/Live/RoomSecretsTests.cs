using System.Text.Json;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>What a room keeps from whom, looked for in every frame that was sent.</summary>
public sealed class RoomSecretsTests
{
    [Fact]
    public async Task A_key_is_in_no_frame_before_its_poll_is_revealed()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var everyone = new List<RoomVisitor> { trainer };
        foreach (var name in new[] { "author", "manager", "auditor", "specialist" })
        {
            everyone.Add(await stage.EnterAsync(name));
        }

        var poll = await trainer.DoneAsync(
            new
            {
                kind = "pollOpened",
                question = new
                {
                    kind = "ordering",
                    prompt = "Порядок?",
                    options = new[]
                    {
                        "крок-перший",
                        "крок-другий",
                        "крок-третій",
                        "крок-четвертий",
                    },
                },
                points = 3,
            }
        );
        var person = everyone[4];
        await person.KnowsAsync(poll);
        var ids = Options(person);
        await person.DoneAsync(
            new
            {
                kind = "voted",
                poll,
                values = ids,
            }
        );
        var closed = await trainer.DoneAsync(
            new
            {
                kind = "pollSet",
                poll,
                state = "closed",
            }
        );
        var late = await stage.EnterAsync("specialist2");
        foreach (var visitor in everyone.Append(late))
        {
            await visitor.KnowsAsync(closed);
            var words = string.Concat(visitor.Heard);
            Assert.DoesNotContain("\"right\"", words);
            Assert.DoesNotContain("isRight", words, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"counts\"", words);
        }

        // Who voted what is told to nobody but the voter.
        Assert.DoesNotContain(
            everyone[0].Heard.Concat(everyone[2].Heard),
            frame => frame.Contains("\"voted\"", StringComparison.Ordinal)
        );
        var revealed = await trainer.DoneAsync(
            new
            {
                kind = "pollSet",
                poll,
                state = "revealed",
            }
        );
        await late.KnowsAsync(revealed);
        Assert.Contains("\"right\"", string.Concat(late.Heard));
    }

    [Fact]
    public async Task Words_to_trainers_and_held_questions_reach_those_who_keep_order_and_their_author()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var keeper = await stage.EnterAsync("manager");
        var author = await stage.EnterAsync("specialist");
        var other = await stage.EnterAsync("specialist2");
        var watcher = await stage.EnterAsync("auditor");
        await trainer.DoneAsync(
            new
            {
                kind = "chatSet",
                isOpen = true,
                slowSeconds = 0,
                holdsQuestions = true,
            }
        );
        await author.DoneAsync(
            new
            {
                kind = "chatPosted",
                text = "канарка-слово",
                toTrainers = true,
            }
        );
        var question = await author.DoneAsync(new { kind = "asked", text = "канарка-запитання" });
        var last = await trainer.DoneAsync(new { kind = "slideShown", slide = 1 });
        var late = await stage.EnterAsync("specialist2");
        foreach (var visitor in new[] { keeper, author, other, watcher, late, trainer })
        {
            await visitor.KnowsAsync(last);
        }

        foreach (var visitor in new[] { trainer, keeper, author })
        {
            Assert.Contains("канарка-слово", string.Concat(visitor.Heard));
            Assert.Contains("канарка-запитання", string.Concat(visitor.Heard));
        }

        foreach (var visitor in new[] { other, watcher, late })
        {
            Assert.DoesNotContain("канарка", string.Concat(visitor.Heard));
        }

        last = await keeper.DoneAsync(
            new
            {
                kind = "askedSet",
                question,
                state = "shown",
            }
        );
        await other.KnowsAsync(last);
        Assert.Contains("канарка-запитання", other.Room.Words());
    }

    [Fact]
    public async Task Who_becomes_a_moderator_is_shown_the_room_of_a_moderator()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var other = await stage.EnterAsync("specialist2");
        await other.DoneAsync(
            new
            {
                kind = "chatPosted",
                text = "канарка",
                toTrainers = true,
            }
        );
        await trainer.DoneAsync(
            new
            {
                kind = "roleSet",
                person = 2,
                role = "moderator",
            }
        );
        var bye = await person.Bye.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(0, bye.GetProperty("retryAfter").GetInt32());
        await person.DropAsync();
        await person.ReturnAsync();
        Assert.Contains("канарка", person.Room.Words());
    }

    private static string[] Options(RoomVisitor visitor) =>
        [
            .. JsonDocument
                .Parse(visitor.Room.Words())
                .RootElement.GetProperty("polls")[0]
                .GetProperty("question")
                .GetProperty("options")
                .EnumerateArray()
                .Select(option => option.GetProperty("id").GetString()!),
        ];
}
