using CsCheck;
using Lms.Web.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Whoever was away, however often and whenever, ends where one who never was does.</summary>
public sealed class RoomDropTests
{
    /// <summary>What may happen next, and whether a device goes or comes back.</summary>
    private static readonly Gen<int[]> Steps = Gen.Int[0, 17].Array[20, 45];

    /// <param name="pause">Between two tellings, in milliseconds for each connection.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task Any_pattern_of_drops_ends_in_the_room_of_one_who_was_never_away(int pause)
    {
        Away.Clear();
        await using var stage = await RoomStage.SetAsync();
        stage.Host.Services.GetRequiredService<LiveRooms>().Pace = new(
            TimeSpan.FromMilliseconds(pause)
        );
        var trainer = await stage.BeginAsync();
        var steady = await stage.EnterAsync("specialist");
        var dropped = await stage.EnterAsync("specialist");
        var keeper = await stage.EnterAsync("manager");
        var droppedKeeper = await stage.EnterAsync("manager");
        var other = await stage.EnterAsync("specialist2");
        var play = new Play(trainer, steady, other);
        // More than is told at the door: they were there when it was said.
        await play.TalkAsync(stage.Host.Clock, 250);

        await Steps.SampleAsync(
            async steps =>
            {
                var late = await stage.EnterAsync("specialist");
                Assert.True(late.Room.HasEarlier);
                foreach (var step in steps)
                {
                    // The clock of the limits goes on: this is about order, not about pace.
                    stage.Host.Clock.Forward(TimeSpan.FromSeconds(2));
                    await (
                        step switch
                        {
                            0 or 1 => FlipAsync(dropped),
                            2 => FlipAsync(droppedKeeper),
                            16 => Away.Contains(late)
                                ? Task.CompletedTask
                                : Task.WhenAll(
                                    late.Room.HasEarlier ? late.EarlierAsync() : Task.CompletedTask,
                                    play.StepAsync(step)
                                ),
                            17 => FlipAsync(late),
                            _ => play.StepAsync(step),
                        }
                    );
                }

                await BackAsync(dropped);
                await BackAsync(droppedKeeper);
                await BackAsync(late);
                foreach (var visitor in new[] { steady, dropped, keeper, droppedKeeper, late })
                {
                    await visitor.KnowsAsync(play.Last);
                    await visitor.EarliestAsync();
                }

                Assert.Equal(steady.Room.Words(), dropped.Room.Words());
                Assert.Equal(keeper.Room.Words(), droppedKeeper.Room.Words());
                Assert.Equal(steady.Room.Words(), late.Room.Words());
                // One who comes only now is told the same.
                var fresh = await stage.EnterAsync("specialist");
                await fresh.KnowsAsync(play.Last);
                await fresh.EarliestAsync();
                Assert.Equal(steady.Room.Words(), fresh.Room.Words());
                await fresh.DropAsync();
                await late.DropAsync();
            },
            iter: 6,
            threads: 1
        );
    }

    private static readonly HashSet<RoomVisitor> Away = [];

    private static async Task FlipAsync(RoomVisitor visitor)
    {
        if (Away.Remove(visitor))
        {
            await visitor.ReturnAsync();
        }
        else
        {
            Away.Add(visitor);
            await visitor.DropAsync();
        }
    }

    private static async Task BackAsync(RoomVisitor visitor)
    {
        if (Away.Remove(visitor))
        {
            await visitor.ReturnAsync();
        }
    }

    /// <summary>A session as it goes, of every kind of act.</summary>
    private sealed class Play(RoomVisitor trainer, RoomVisitor person, RoomVisitor other)
    {
        private long message;
        private long question;
        private long poll;
        private readonly List<long> talk = [];
        private int turn;

        public long Last { get; private set; }

        public async Task TalkAsync(TestClock clock, int messages)
        {
            for (var said = 0; said < messages; said++)
            {
                clock.Forward(TimeSpan.FromSeconds(2));
                Last = await other.DoneAsync(
                    new
                    {
                        kind = "chatPosted",
                        text = $"Слово {said}",
                        toTrainers = said % 7 == 0,
                    }
                );
                talk.Add(Last);
            }
        }

        public async Task StepAsync(int step)
        {
            turn++;
            Last = Math.Max(
                Last,
                step switch
                {
                    3 => await trainer.DoneAsync(new { kind = "slideShown", slide = turn }),
                    4 => message = await person.DoneAsync(
                        new
                        {
                            kind = "chatPosted",
                            text = $"Повідомлення {turn}",
                            toTrainers = turn % 2 == 0,
                        }
                    ),
                    5 when message > 0 => await RemoveAsync(),
                    6 => question = await other.DoneAsync(
                        new
                        {
                            kind = "asked",
                            text = $"Запитання {turn}",
                            anonymous = turn % 3 == 0,
                        }
                    ),
                    7 when question > 0 => await trainer.DoneAsync(
                        new
                        {
                            kind = "askedSet",
                            question,
                            state = (turn % 3) switch
                            {
                                0 => "shown",
                                1 => "answered",
                                _ => "dismissed",
                            },
                        }
                    ),
                    8 => poll = await trainer.DoneAsync(
                        new
                        {
                            kind = "pollOpened",
                            question = new
                            {
                                kind = "scale",
                                prompt = "Наскільки?",
                                low = 1,
                                high = 5,
                            },
                            points = 0,
                        }
                    ),
                    9 when poll > 0 => await VoteAsync(),
                    10 when poll > 0 => await trainer.DoneAsync(
                        new
                        {
                            kind = "pollSet",
                            poll,
                            state = (turn % 3) switch
                            {
                                0 => "open",
                                1 => "closed",
                                _ => "revealed",
                            },
                        }
                    ),
                    11 => await person.DoneAsync(
                        new { kind = "handRaised", mayBeRecorded = turn % 2 == 0 }
                    ),
                    12 => await trainer.DoneAsync(new { kind = "handLowered", person = 2 }),
                    13 => await trainer.DoneAsync(
                        new
                        {
                            kind = "chatSet",
                            isOpen = true,
                            slowSeconds = 0,
                            holdsQuestions = turn % 2 == 0,
                        }
                    ),
                    16 when talk.Count > 0 => await RemoveOldAsync(),
                    14 => await trainer.DoneAsync(
                        new { kind = "captionTyped", text = $"Титр {turn}" }
                    ),
                    _ => await trainer.DoneAsync(
                        new
                        {
                            kind = "decisionNoted",
                            what = $"Зробити {turn}",
                            who = "усі",
                            due = "2026-12-01",
                        }
                    ),
                }
            );
        }

        private async Task<long> RemoveAsync()
        {
            var removed = message;
            message = 0;
            return await trainer.DoneAsync(new { kind = "chatRemoved", message = removed });
        }

        private async Task<long> RemoveOldAsync()
        {
            var old = talk[turn * 31 % talk.Count];
            talk.Remove(old);
            return await trainer.DoneAsync(new { kind = "chatRemoved", message = old });
        }

        private async Task<long> VoteAsync()
        {
            var answer = await person.DoAsync(
                new
                {
                    kind = "voted",
                    poll,
                    values = new[] { $"{1 + (turn % 5)}" },
                }
            );
            return answer.TryGetProperty("number", out var number) ? number.GetInt64() : 0;
        }
    }

    [Fact]
    public async Task Far_behind_or_of_another_log_gets_the_room_as_it_stands()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        await person.DropAsync();
        for (var slide = 1; slide <= 510; slide++)
        {
            stage.Host.Clock.Forward(TimeSpan.FromSeconds(1));
            await trainer.DoneAsync(new { kind = "slideShown", slide });
        }

        await person.ReturnAsync();
        Assert.Equal(2, person.Room.Snapshots);
        Assert.Contains("\"slide\": \"510\"", person.Room.Words());

        await person.DropAsync();
        var last = await trainer.DoneAsync(new { kind = "slideShown", slide = 7 });
        await person.ReturnAsync();
        await person.KnowsAsync(last);
        Assert.Equal(2, person.Room.Snapshots);
        Assert.Contains("\"slide\": \"7\"", person.Room.Words());
    }
}
