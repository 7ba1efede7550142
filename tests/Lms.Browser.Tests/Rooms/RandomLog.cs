using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;

namespace Lms.Browser.Tests.Rooms;

/// <summary>A log of what people may do in a room, in any order that its rules allow.</summary>
internal sealed class RandomLog(int seed)
{
    private const int Crowd = 7;

    private static readonly RoomRole[] Roles =
    [
        RoomRole.Trainer,
        RoomRole.Participant,
        RoomRole.CoTrainer,
        RoomRole.Moderator,
        RoomRole.Participant,
        RoomRole.Observer,
        RoomRole.Participant,
    ];

    private readonly Random random = new(seed);
    private readonly Room room = new();

    public IReadOnlyList<PersonId> People { get; } =
    [.. Enumerable.Range(0, Crowd).Select(_ => new PersonId(Guid.CreateVersion7()))];

    /// <summary>Of one trainer and one participant the role stays, so that they see the same throughout.</summary>
    public IReadOnlyList<PersonId> Steady => [People[0], People[1]];

    public IEnumerable<LoggedEvent> Lines(int count)
    {
        var at = 0L;
        foreach (var (person, role) in People.Zip(Roles))
        {
            yield return Next(ref at, null, new RoomEvent.Entered(person, role));
        }

        yield return Next(ref at, null, new RoomEvent.StateSet(SessionState.Lobby));
        while (room.Number < count)
        {
            if (random.Next(60) == 0)
            {
                yield return Next(
                    ref at,
                    null,
                    new RoomEvent.WordsErased(People[random.Next(4, Crowd)])
                );
            }

            if (room.Chat.Count + room.Questions.Count > 0 && random.Next(60) == 0)
            {
                var said = room
                    .Chat.Select(one => one.Number)
                    .Concat(room.Questions.Select(one => one.Number))
                    .ToList();
                yield return Next(ref at, null, new RoomEvent.MessageErased(Of(said)));
            }

            var (by, what) = (People[random.Next(Crowd)], Any());
            if (what is not null && room.Refuses(by, what, at + 1) is null)
            {
                var isNameless = what is RoomEvent.Asked && random.Next(3) == 0;
                yield return Next(ref at, isNameless ? null : by, what);
            }
        }
    }

    private LoggedEvent Next(ref long at, PersonId? by, RoomEvent what)
    {
        var line = new LoggedEvent(room.Number + 1, at += random.Next(1, 9_000), by, what);
        room.Apply(line);
        return line;
    }

    private RoomEvent? Any() =>
        random.Next(24) switch
        {
            0 => new RoomEvent.StateSet(
                random.Next(4) > 0 ? SessionState.Live : SessionState.Paused
            ),
            1 => new RoomEvent.PresenterSet(Someone()),
            2 => new RoomEvent.SlideShown(random.Next(20)),
            3 or 4 => new RoomEvent.ChatPosted($"слово {random.Next(99)}", random.Next(4) == 0),
            5 when room.Chat.Count > 0 => new RoomEvent.ChatRemoved(Of(room.Chat).Number),
            6 => new RoomEvent.Asked(
                "Чому?",
                random.Next(2) == 0 ? AskedState.Held : AskedState.Shown
            ),
            7 or 8 when room.Questions.Count > 0 => new RoomEvent.AskedSet(
                Of(room.Questions).Number,
                Of(Enum.GetValues<AskedState>())
            ),
            9 when room.Questions.Count > 0 => new RoomEvent.AskedVoted(
                Of(room.Questions).Number,
                random.Next(3) > 0
            ),
            10 => new RoomEvent.PollOpened(random.Next(5) == 0 ? null : 3, Poll(), 1),
            11 or 12 when room.Polls.Count > 0 => new RoomEvent.PollSet(
                Of(room.Polls).Number,
                Of(Enum.GetValues<PollState>())
            ),
            13 or 14 when room.Polls.Count > 0 => Vote(Of(room.Polls)),
            15 => new RoomEvent.HandRaised(),
            16 => new RoomEvent.HandLowered(Someone()),
            17 => new RoomEvent.FloorGiven(Someone(), false),
            18 => random.Next(2) == 0 ? new RoomEvent.FloorTaken() : new RoomEvent.CheckAsked(),
            19 => new RoomEvent.RoleSet(People[random.Next(4, Crowd)], Of(Roles)),
            20 when random.Next(6) == 0 => new RoomEvent.Removed(People[random.Next(4, Crowd)]),
            21 => new RoomEvent.ChatSet(true, random.Next(3), random.Next(2) == 0),
            22 => random.Next(4) switch
            {
                0 => new RoomEvent.AlertSet(!room.IsAlert),
                1 => new RoomEvent.RecordingSet(!room.IsRecording),
                2 => new RoomEvent.CaptionTyped($"рядок {random.Next(99)}"),
                _ => new RoomEvent.DecisionNoted(
                    "Оновити список",
                    "громада",
                    random.Next(2) == 0 ? null : new DateOnly(2026, 12, 1)
                ),
            },
            23 when room.Checks.Count > 0 => new RoomEvent.CheckAnswered(Of(room.Checks).Number),
            _ => null,
        };

    private static string Poll() =>
        PollText.Keep(
            new SingleChoice
            {
                Id = "q",
                PromptHtml = "<p>Що?</p>",
                Options = [new("так", true, null), new("ні", false, null)],
            },
            new Chance()
        );

    private RoomEvent Vote(RoomPoll poll) =>
        new RoomEvent.Voted(poll.Number, [Of(PollText.Read(poll.Opened.Json).Placed.Options).Id]);

    private PersonId Someone() => People[random.Next(Crowd)];

    private T Of<T>(IReadOnlyCollection<T> all) => all.ElementAt(random.Next(all.Count));
}
