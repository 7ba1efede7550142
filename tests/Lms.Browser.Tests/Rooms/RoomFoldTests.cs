using System.Text;
using Lms.Browser.Tests.Support;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Features.Sessions.Live;

namespace Lms.Browser.Tests.Rooms;

/// <summary>The script's fold of a room's lines and the domain's, on logs of anything that may happen.</summary>
[Collection(RoomCollection.Name)]
public sealed class RoomFoldTests(Chromium chromium, RoomServer server)
{
    /// <summary>Messages at a time, few so that logs of hundreds of lines have many of them.</summary>
    private const int Most = 3;

    // What a viewer is told of others as numbers comes beside the lines; who was removed is not told.
    private const string Compare = """
        async ({ lines, snapshot, totals, welcome, me, keeps }) => {
          const { counted, empty, fold, taken } = await import("/js/live/room-state.js");
          const own = (room) => ({
            ...room,
            removed: [],
            questions: room.questions.filter((one) => keeps || one.by === me || one.state === "shown" || one.state === "answered"),
          });
          const sorted = (value) =>
            JSON.stringify(value, (_, part) =>
              part && typeof part === "object" && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part);
          const folded = counted(fold(empty, JSON.parse(lines), me), JSON.parse(totals));
          return [sorted(own({ ...folded, last: welcome.last })), sorted(own(taken(JSON.parse(snapshot), welcome)))];
        }
        """;

    // A room with the end of its chat; the number that earlier messages are asked before.
    private const string Come = """
        async ({ snapshot, welcome, most }) => {
          const { taken } = await import("/js/live/room-state.js");
          const room = taken(JSON.parse(snapshot), welcome);
          globalThis.late = { ...room, chat: room.chat.slice(-most), hasEarlier: room.chat.length > most };
          return late.hasEarlier ? (late.chat[0]?.number ?? late.last + 1) : 0;
        }
        """;

    // Lines that came before the answer, some of them older than it and some newer.
    private const string TakeEarlier = """
        async ({ answer, lines, last, me }) => {
          const { fold, withEarlier } = await import("/js/live/room-state.js");
          const overtaking = JSON.parse(lines);
          globalThis.late = { ...fold(late, overtaking, me), last };
          globalThis.late = withEarlier(late, { ...JSON.parse(answer), lines: overtaking }, me);
          return late.hasEarlier ? (late.chat[0]?.number ?? late.last + 1) : 0;
        }
        """;

    private const string CompareChat = """
        async ({ lines, snapshot, welcome, me }) => {
          const { fold, taken } = await import("/js/live/room-state.js");
          const words = ({ chat, hasEarlier }) =>
            JSON.stringify([hasEarlier, ...chat.map((one) => [one.number, one.by, one.at, one.text, one.toTrainers])]);
          return [words(fold(late, JSON.parse(lines), me)), words(taken(JSON.parse(snapshot), welcome))];
        }
        """;

    [Fact]
    public async Task Both_folds_show_the_same_room_to_a_trainer_and_to_a_participant()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/");
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var log = new RandomLog(seed);
            var lines = log.Lines(50 + seed * 10).ToList();
            foreach (var viewer in log.Steady)
            {
                var seen = SeenBy(log, lines, viewer);
                var shown = await visitor.Page.EvaluateAsync<string[]>(Compare, seen);
                Assert.True(
                    shown[0] == shown[1],
                    $"seed {seed}, place {seen["me"]}:\n{shown[0]}\n{shown[1]}"
                );
            }
        }
    }

    [Fact]
    public async Task Who_reads_on_from_the_end_of_the_chat_has_all_of_it_though_lines_overtake_the_answers()
    {
        await using var visitor = await chromium.VisitorAsync(server.Process, Screen.Phone, "uk");
        await visitor.OpenAsync("/");
        var (asked, overtaken) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 30))
        {
            var log = new RandomLog(seed);
            var lines = log.Lines(150 + seed * 10).ToList();
            var random = new Random(seed);
            foreach (var viewer in log.Steady)
            {
                var whole = Told(log, lines, viewer);
                var last = lines.Count / 2;
                var come = SeenBy(log, lines[..last], viewer);
                come["most"] = Most;
                var before = await visitor.Page.EvaluateAsync<long>(Come, come);
                while (before > 0)
                {
                    var upTo = Math.Min(lines.Count, last + random.Next(12));
                    var until = Math.Min(lines.Count, upTo + random.Next(12));
                    var (room, _, writer) = RoomAt(log, lines[..upTo]);
                    var answer = Text(
                        RawJson.Of(json =>
                        {
                            json.WriteStartObject();
                            json.WriteNumber("upTo", upTo);
                            new RoomChat(room, writer).Write(
                                json,
                                viewer,
                                viewer == log.People[0],
                                before,
                                Most
                            );
                            json.WriteEndObject();
                        })
                    );
                    asked++;
                    overtaken += lines[upTo..until]
                        .Select(line => line.What)
                        .Count(what =>
                            what is RoomEvent.ChatRemoved(var old) && old < before
                            || what is RoomEvent.MessageErased(var gone) && gone < before
                        );
                    before = await visitor.Page.EvaluateAsync<long>(
                        TakeEarlier,
                        new
                        {
                            answer,
                            lines = Joined(whole[last..until]),
                            last = until,
                            me = room.PlaceOf(viewer)!.Value,
                        }
                    );
                    last = until;
                }

                var seen = SeenBy(log, lines, viewer);
                seen["lines"] = Joined(whole[last..]);
                var shown = await visitor.Page.EvaluateAsync<string[]>(CompareChat, seen);
                Assert.True(
                    shown[0] == shown[1],
                    $"seed {seed}, place {seen["me"]}:\n{shown[0]}\n{shown[1]}"
                );
            }
        }

        Assert.True(asked > 100 && overtaken > 10, $"{asked} asked, {overtaken} overtaken");
    }

    private static Dictionary<string, object> SeenBy(
        RandomLog log,
        List<LoggedEvent> lines,
        PersonId viewer
    )
    {
        var (room, polls, writer) = RoomAt(log, lines);
        var names = NamesOf(log);
        var keeps = viewer == log.People[0];
        var now = lines[^1].At + 1_000;
        return new()
        {
            ["lines"] = Joined(Told(log, lines, viewer)),
            ["snapshot"] = Text(
                RawJson.Of(json =>
                    new RoomSnapshot(room, polls, writer).Write(json, viewer, keeps, now)
                )
            ),
            ["totals"] = Text(RawJson.Of(json => WriteTotals(json, room))),
            ["welcome"] = new
            {
                last = room.Number,
                now,
                names = log
                    .People.Index()
                    .ToDictionary(one => $"{one.Index + 1}", one => names.Of(one.Item)),
            },
            ["me"] = room.PlaceOf(viewer)!.Value,
            ["keeps"] = keeps,
        };
    }

    /// <summary>Each line as it was told when it was said; null for one that is not for this viewer.</summary>
    private static List<string?> Told(RandomLog log, List<LoggedEvent> lines, PersonId viewer)
    {
        var room = new Room();
        var writer = new RoomLines(room, NamesOf(log), new PollTexts());
        var told = new List<string?>();
        foreach (var line in lines)
        {
            room.Apply(line);
            told.Add(
                RoomLines.IsSeen(line, viewer, viewer == log.People[0])
                    ? Text(RawJson.Of(json => writer.Write(json, line)))
                    : null
            );
        }

        return told;
    }

    private static (Room Room, PollTexts Polls, RoomLines Writer) RoomAt(
        RandomLog log,
        List<LoggedEvent> lines
    )
    {
        var (room, polls) = (Room.Of(lines), new PollTexts());
        return (room, polls, new(room, NamesOf(log), polls));
    }

    private static RoomNames NamesOf(RandomLog log)
    {
        var names = new RoomNames();
        foreach (var (at, person) in log.People.Index())
        {
            names.Take(person, new("Коваль", $"Олена{at}", ""), RoomRole.Participant, false);
        }

        return names;
    }

    private static string Joined(IEnumerable<string?> told) =>
        $"[{string.Join(',', told.OfType<string>())}]";

    private static void WriteTotals(System.Text.Json.Utf8JsonWriter json, Room room)
    {
        json.WriteStartObject();
        json.WriteStartObject("votes");
        foreach (var poll in room.Polls)
        {
            json.WriteNumber($"{poll.Number}", poll.Voters);
        }

        json.WriteEndObject();
        json.WriteStartObject("asked");
        foreach (var question in room.Questions)
        {
            json.WriteNumber($"{question.Number}", question.Votes);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Text(RawJson json) => Encoding.UTF8.GetString(json.Utf8.Span);
}
