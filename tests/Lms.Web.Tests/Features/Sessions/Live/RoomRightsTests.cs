using System.Text.Json;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Sessions.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>Each method of the hub × each role × one's own, a foreign and an absent session.</summary>
public sealed class RoomRightsTests
{
    // What each may do in a room that is live; «-» for a word of refusal.
    private const string Acts = """
        act           trainer coTrainer moderator observer participant
        stateSet      yes     yes       -         -        -
        presenterSet  yes     yes       -         -        -
        slideShown    yes     yes       -         -        -
        chatPosted    yes     yes       yes       -        yes
        chatRemoved   yes     yes       yes       -        -
        asked         yes     yes       yes       -        yes
        askedSet      yes     yes       yes       -        -
        askedVoted    yes     yes       yes       -        yes
        pollOpened    yes     yes       -         -        -
        pollSet       yes     yes       -         -        -
        voted         yes     yes       yes       -        yes
        handRaised    yes     yes       yes       -        yes
        handLowered   yes     yes       yes       -        -
        floorGiven    yes     yes       -         -        -
        floorTaken    yes     yes       yes       -        -
        roleSet       yes     yes       -         -        -
        chatSet       yes     yes       yes       -        -
        alertSet      yes     yes       yes       -        -
        recordingSet  yes     yes       -         -        -
        captionTyped  yes     yes       -         -        -
        checkAsked    yes     yes       -         -        -
        checkAnswered yes     yes       yes       -        yes
        decisionNoted yes     yes       -         -        -
        entered       -       -         -         -        -
        erased        -       -         -         -        -
        removed       yes     yes       yes       -        -
        """;

    private static readonly string[] Methods = ["Do", "Beat", "Since", "Earlier"];

    [Fact]
    public async Task Every_role_may_do_what_the_table_says_and_nothing_else()
    {
        var lines = Acts.Split('\n');
        var roles = lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..];
        var wrong = new List<string>();
        for (var column = 0; column < roles.Length; column++)
        {
            await using var stage = await RoomStage.SetAsync();
            var trainer = await stage.BeginAsync();
            var cast = RoomStage.Cast.First(one =>
                $"{one.Role}".Equals(roles[column], StringComparison.OrdinalIgnoreCase)
            );
            var other = await stage.EnterAsync("specialist2");
            var actor = cast.Person == "trainer" ? trainer : await stage.EnterAsync(cast.Person);
            foreach (var line in lines.Skip(1))
            {
                stage.Host.Clock.Forward(TimeSpan.FromSeconds(2));
                var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                var act = await ActAsync(cells[0], trainer, other);
                var refusal = await actor.RefusedAsync(act);
                if ((refusal is null) != (cells[column + 1] == "yes"))
                {
                    wrong.Add($"{cells[0]} by {roles[column]}: {refusal ?? "taken"}");
                }
            }
        }

        Assert.Equal([], wrong);
    }

    // Whatever it needs to be about is there.
    private static async Task<object> ActAsync(string kind, RoomVisitor trainer, RoomVisitor other)
    {
        var message = kind is "chatRemoved"
            ? await other.DoneAsync(
                new
                {
                    kind = "chatPosted",
                    text = "а",
                    toTrainers = false,
                }
            )
            : 0;
        var question = kind is "askedSet" or "askedVoted"
            ? await other.DoneAsync(
                new
                {
                    kind = "asked",
                    text = "а",
                    anonymous = false,
                }
            )
            : 0;
        var poll = kind is "pollSet" or "voted"
            ? await trainer.DoneAsync(
                new
                {
                    kind = "pollOpened",
                    question = new
                    {
                        kind = "scale",
                        prompt = "?",
                        low = 1,
                        high = 5,
                    },
                }
            )
            : 0;
        var check = kind is "checkAnswered"
            ? await trainer.DoneAsync(new { kind = "checkAsked" })
            : 0;
        return new Dictionary<string, object?>
        {
            ["kind"] = kind,
            ["state"] = kind switch
            {
                "stateSet" => "paused",
                "askedSet" => "answered",
                _ => "closed",
            },
            ["person"] = kind == "presenterSet" ? 1 : 2,
            ["role"] = kind == "roleSet" ? "participant" : "trainer",
            ["slide"] = kind == "slideShown" ? 1 : null,
            ["text"] = "а",
            ["message"] = message,
            ["question"] =
                kind == "pollOpened"
                    ? new
                    {
                        kind = "scale",
                        prompt = "?",
                        low = 1,
                        high = 5,
                    }
                    : question,
            ["poll"] = poll,
            ["isFor"] = true,
            ["isOn"] = true,
            ["isOpen"] = true,
            ["slowSeconds"] = 0,
            ["holdsQuestions"] = false,
            ["values"] = new[] { "3" },
            ["check"] = check,
            ["what"] = "а",
            ["who"] = "а",
        };
    }

    [Fact]
    public async Task A_foreign_session_answers_as_one_that_is_not_there_and_no_method_works_in_it()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        foreach (var name in new[] { "regional", "admin" })
        {
            var stranger = await stage.ConnectAsync(name);
            var foreign = await stranger.HelloAsync();
            var absent = await stranger.HelloAsync(Guid.CreateVersion7());
            Assert.Equal("unknown", RoomStateTests.Refusal(foreign));
            Assert.Equal(absent.GetRawText(), foreign.GetRawText());
            foreach (var method in Methods)
            {
                var answer = await stranger.AskAsync(method, Argument(method));
                Assert.Equal("notNow", RoomStateTests.Refusal(answer));
            }
        }
    }

    [Fact]
    public async Task A_rehearsal_is_for_its_trainers_alone()
    {
        await using var stage = await RoomStage.SetAsync(isRehearsal: true);
        var trainer = await stage.EnterAsync("trainer");
        Assert.Equal(1, trainer.Room.Snapshots);
        var person = await stage.ConnectAsync("specialist");
        Assert.Equal("unknown", RoomStateTests.Refusal(await person.HelloAsync()));
    }

    [Fact]
    public async Task Who_was_put_out_is_out_within_a_second_and_does_not_come_back()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var phone = await stage.EnterAsync("specialist");
        var tablet = await stage.EnterAsync("specialist");
        var stay = await stage.EnterAsync("specialist2");
        await trainer.DoneAsync(new { kind = "removed", person = 2 });

        foreach (var device in new[] { phone, tablet })
        {
            var bye = await device.Bye.Task.WaitAsync(TimeSpan.FromSeconds(1));
            Assert.Equal("removed", bye.GetProperty("reason").GetString());
            Assert.Equal(JsonValueKind.Null, bye.GetProperty("retryAfter").ValueKind);
            await device.Closed.Task.WaitAsync(TimeSpan.FromSeconds(5));
        }

        var again = await stage.ConnectAsync("specialist");
        Assert.Equal("removed", RoomStateTests.Refusal(await again.HelloAsync()));
        await stay.DoneAsync(new { kind = "handRaised" });
        await using var db = stage.Host.Look();
        Assert.Equal(
            1,
            await db.Audit.CountAsync(one => one.Action == AuditAction.RemovedFromRoom)
        );
        Assert.Null(
            await stage
                .Host.Services.GetRequiredService<LiveRooms>()
                .RoleOfAsync(stage.Session, await stage.PersonAsync("specialist"))
        );
    }

    [Theory]
    [InlineData("signed out")]
    [InlineData("deactivated")]
    [InlineData("password")]
    [InlineData("second factor")]
    [InlineData("seat")]
    public async Task A_right_that_ended_ends_the_connection_too(string what)
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        await using (var db = stage.Host.Look())
        {
            var id = await stage.PersonAsync("specialist");
            var now = stage.Host.Clock.GetUtcNow();
            var account = await db.Accounts.SingleAsync(one => one.PersonId == id);
            switch (what)
            {
                case "signed out":
                    await db
                        .Sessions.Where(one => one.AccountId == account.Id)
                        .ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now));
                    break;
                case "deactivated":
                    account.DeactivatedAt = now;
                    break;
                case "password":
                    account.SecurityStamp = "another";
                    break;
                case "second factor":
                    account.TotpSecret = "protected";
                    await db
                        .Sessions.Where(one => one.AccountId == account.Id)
                        .ExecuteUpdateAsync(set =>
                            set.SetProperty(one => one.Means, SignInMeans.Password)
                        );
                    break;
                default:
                    await db
                        .SessionSeats.Where(one => one.PersonId == id)
                        .ExecuteUpdateAsync(set =>
                            set.SetProperty(one => one.State, SeatState.GivenUp)
                        );
                    break;
            }

            await db.SaveChangesAsync();
        }

        // Found by the sweep, without a word of the person.
        var bye = await person.Bye.Task.WaitAsync(TimeSpan.FromSeconds(40));
        Assert.Equal(
            what == "seat" ? "removed" : "signedOut",
            bye.GetProperty("reason").GetString()
        );
        Assert.Equal(JsonValueKind.Null, bye.GetProperty("retryAfter").ValueKind);
    }

    [Fact]
    public async Task An_act_after_the_sign_out_is_refused_at_once()
    {
        await using var stage = await RoomStage.SetAsync();
        await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        await using (var db = stage.Host.Look())
        {
            var now = stage.Host.Clock.GetUtcNow();
            await db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(one => one.EndedAt, now));
        }

        Assert.Equal("signedOut", await person.RefusedAsync(new { kind = "handRaised" }));
    }

    [Fact]
    public async Task Nobody_speaks_for_another()
    {
        await using var stage = await RoomStage.SetAsync();
        var trainer = await stage.BeginAsync();
        var person = await stage.EnterAsync("specialist");
        var number = await person.DoneAsync(
            new
            {
                kind = "chatPosted",
                text = "Це я",
                toTrainers = false,
                by = 1,
                person = 1,
                personId = await stage.PersonAsync("trainer"),
            }
        );
        await trainer.KnowsAsync(number);

        await using var db = stage.Host.Look();
        var kept = await db.LiveEvents.SingleAsync(one =>
            one.SessionId == stage.Session && one.Number == number
        );
        Assert.Equal(await stage.PersonAsync("specialist"), kept.By);
        var words = string.Concat(trainer.Heard) + string.Concat(person.Heard);
        foreach (var known in await db.People.AsNoTracking().ToListAsync())
        {
            Assert.DoesNotContain(known.Id.Value.ToString(), words);
        }

        var own = await db.People.SingleAsync(one => one.Id == kept.By!.Value);
        Assert.DoesNotContain(own.Name.Family, words);
        Assert.Contains(own.Name.Given, words);
    }

    private static object Argument(string method) =>
        method switch
        {
            "Do" => new { operation = Guid.CreateVersion7(), kind = "handRaised" },
            "Beat" => new
            {
                presence = Guid.CreateVersion7(),
                visible = true,
                audible = true,
            },
            _ => 0,
        };
}
