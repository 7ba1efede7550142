using Lms.Domain.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>One order of events for everybody, and nothing twice.</summary>
public sealed class RoomOrderTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Acts_of_many_at_once_stand_in_one_order_without_a_gap(string database)
    {
        await using var stage = await RoomStage.SetAsync(
            database == "Sqlite" ? TestDatabase.Sqlite : TestDatabase.Postgres
        );
        var trainer = await stage.BeginAsync();
        var senders = new List<RoomVisitor> { trainer };
        foreach (var name in new[] { "author", "manager", "specialist", "specialist2" })
        {
            senders.Add(await stage.EnterAsync(name));
        }

        var numbers = await Task.WhenAll(
            senders.Select(
                async (sender, at) =>
                {
                    var own = new List<long>();
                    for (var turn = 0; turn < 12; turn++)
                    {
                        own.Add(
                            await sender.DoneAsync(
                                new
                                {
                                    kind = "chatPosted",
                                    text = $"{at} {turn}",
                                    toTrainers = false,
                                }
                            )
                        );
                    }

                    return own;
                }
            )
        );

        Assert.All(numbers, own => Assert.Equal(own.Order(), own));
        var all = numbers.SelectMany(own => own).ToList();
        Assert.Equal(all.Count, all.Distinct().Count());
        await using var db = stage.Host.Look();
        var log = await db
            .LiveEvents.AsNoTracking()
            .Where(one => one.SessionId == stage.Session)
            .OrderBy(one => one.Number)
            .ToListAsync();
        Assert.Equal(
            Enumerable.Range(1, log.Count).Select(number => (long)number),
            log.Select(one => one.Number)
        );
        Assert.Equal(log.Select(one => one.At).Order(), log.Select(one => one.At));
        foreach (var sender in senders)
        {
            await sender.KnowsAsync(log.Count);
        }

        Assert.Single(senders.Select(sender => ChatOf(sender)).Distinct());
    }

    [Fact]
    public async Task The_same_operation_sent_by_many_at_once_happens_once()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var phone = await stage.EnterAsync("specialist");
        var tablet = await stage.EnterAsync("specialist");
        var operation = Guid.CreateVersion7();
        var act = new
        {
            kind = "chatPosted",
            text = "Раз",
            toTrainers = false,
        };

        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(at => (at % 2 == 0 ? phone : tablet).DoneAsync(act, operation))
        );
        var later = await phone.DoneAsync(act, operation);

        Assert.Single(answers.Append(later).Distinct());
        await using var db = stage.Host.Look();
        var said = await db
            .LiveEvents.Where(one => one.SessionId == stage.Session)
            .Select(one => one.What)
            .ToListAsync();
        Assert.Single(said.OfType<RoomEvent.ChatPosted>());
    }

    [Fact]
    public async Task A_question_without_a_name_names_nobody_anywhere()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var number = await person.DoneAsync(
            new
            {
                kind = "asked",
                text = "Чи можна?",
                anonymous = true,
            }
        );

        await trainer.KnowsAsync(number);
        Assert.Contains("Чи можна?", trainer.Room.Words());
        await using var db = stage.Host.Look();
        var kept = await db.LiveEvents.SingleAsync(one =>
            one.SessionId == stage.Session && one.Number == number
        );
        Assert.Null(kept.By);
    }

    private static string ChatOf(RoomVisitor visitor)
    {
        var words = visitor.Room.Words();
        return words[words.IndexOf("\"chat\"", StringComparison.Ordinal)..];
    }
}
