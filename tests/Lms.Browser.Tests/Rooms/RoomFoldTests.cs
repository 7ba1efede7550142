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

    private static Dictionary<string, object> SeenBy(
        RandomLog log,
        List<LoggedEvent> lines,
        PersonId viewer
    )
    {
        var (room, names, polls) = (new Room(), new RoomNames(), new PollTexts());
        foreach (var (at, person) in log.People.Index())
        {
            names.Take(person, new("Коваль", $"Олена{at}", ""), RoomRole.Participant, false);
        }

        var writer = new RoomLines(room, names, polls);
        var keeps = viewer == log.People[0];
        var told = new List<string>();
        foreach (var line in lines)
        {
            room.Apply(line);
            if (RoomLines.IsSeen(line, viewer, keeps))
            {
                told.Add(Text(RawJson.Of(json => writer.Write(json, line))));
            }
        }

        var now = lines[^1].At + 1_000;
        return new()
        {
            ["lines"] = $"[{string.Join(',', told)}]",
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
