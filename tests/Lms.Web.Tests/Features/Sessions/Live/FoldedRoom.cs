using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lms.Web.Tests.Features.Sessions.Live;

/// <summary>
/// The room as a browser folds it of lines, or takes it from a snapshot. Totals that pass (how many
/// voted) are not of it.
/// </summary>
internal sealed class FoldedRoom
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly SortedDictionary<long, JsonObject> chat = [];
    private readonly SortedDictionary<long, JsonObject> questions = [];
    private readonly SortedDictionary<long, JsonObject> polls = [];
    private readonly SortedDictionary<long, JsonObject> checks = [];
    private readonly SortedDictionary<long, JsonObject> decisions = [];
    private readonly SortedDictionary<long, string> people = [];
    private readonly SortedDictionary<long, string> names = [];
    private readonly Dictionary<string, string> plain = [];
    private List<long> hands = [];
    private long me;
    private bool keeps;

    public long Last { get; private set; }

    public int Epoch { get; private set; }

    public int Snapshots { get; private set; }

    /// <summary>More was said than it has.</summary>
    public bool HasEarlier { get; private set; }

    /// <summary>Number of its first message; without any, of the next line.</summary>
    public long First => chat.Count == 0 ? Last + 1 : chat.Keys.First();

    public IReadOnlyList<(long Number, string Text)> Chat =>
        [.. chat.Select(one => (one.Key, one.Value["text"]!.GetValue<string>()))];

    public void Take(JsonElement welcome)
    {
        Epoch = welcome.GetProperty("epoch").GetInt32();
        me = welcome.GetProperty("you").GetProperty("person").GetInt64();
        keeps = welcome.GetProperty("you").GetProperty("keeps").GetBoolean();
        if (welcome.TryGetProperty("snapshot", out var snapshot))
        {
            Snapshots++;
            Replace(snapshot);
            names.Clear();
            foreach (var name in welcome.GetProperty("names").EnumerateObject())
            {
                names[long.Parse(name.Name)] = name.Value.GetString()!;
            }
        }
        else
        {
            foreach (var line in welcome.GetProperty("lines").EnumerateArray())
            {
                Fold1(line);
            }
        }

        Last = welcome.GetProperty("last").GetInt64();
    }

    public void Fold(JsonElement batch)
    {
        foreach (var line in batch.GetProperty("lines").EnumerateArray())
        {
            Fold1(line);
        }

        Last = Math.Max(Last, batch.GetProperty("upTo").GetInt64());
    }

    /// <summary>Messages of before, and the lines that were folded in since they were asked for.</summary>
    public void Earlier(JsonElement answer, IEnumerable<JsonElement> lines)
    {
        var earlier = new FoldedRoom { Last = answer.GetProperty("upTo").GetInt64(), me = me };
        Rows(earlier.chat, answer, "messages", []);
        foreach (var line in lines.Where(IsOfChat))
        {
            earlier.Fold1(line);
        }

        var first = First;
        foreach (var (number, message) in earlier.chat.Where(one => one.Key < first).ToList())
        {
            chat.Add(number, message);
        }

        HasEarlier = answer.GetProperty("hasEarlier").GetBoolean();
    }

    private static bool IsOfChat(JsonElement line) =>
        line.GetProperty("kind").GetString()
            is "chatPosted"
                or "chatRemoved"
                or "erased"
                or "wordsErased"
                or "messageErased";

    /// <summary>All of it, in one order.</summary>
    public string Words() =>
        new JsonObject
        {
            ["plain"] = new JsonObject(
                plain
                    .OrderBy(one => one.Key, StringComparer.Ordinal)
                    .Select(one => KeyValuePair.Create(one.Key, (JsonNode?)one.Value))
            ),
            ["people"] = string.Join(' ', people.Select(one => $"{one.Key}:{one.Value}")),
            ["names"] = string.Join(' ', names.Select(one => $"{one.Key}:{one.Value}")),
            ["hands"] = string.Join(' ', hands),
            ["hasEarlier"] = HasEarlier,
            ["chat"] = All(chat),
            ["questions"] = All(questions),
            ["polls"] = All(polls),
            ["checks"] = All(checks),
            ["decisions"] = All(decisions),
        }.ToJsonString(Readable);

    private static JsonArray All(SortedDictionary<long, JsonObject> rows) =>
        new([.. rows.Values.Select(row => row.DeepClone())]);

    private void Replace(JsonElement snapshot)
    {
        plain.Clear();
        foreach (
            var name in new[]
            {
                "state",
                "presenter",
                "slide",
                "isChatOpen",
                "slowSeconds",
                "holdsQuestions",
                "isAlert",
                "isRecording",
                "floor",
                "isFloorRecorded",
                "caption",
            }
        )
        {
            Set(name, snapshot.GetProperty(name));
        }

        people.Clear();
        foreach (var one in snapshot.GetProperty("people").EnumerateArray())
        {
            people[one.GetProperty("person").GetInt64()] = one.GetProperty("role").GetString()!;
        }

        hands = [.. snapshot.GetProperty("hands").EnumerateArray().Select(one => one.GetInt64())];
        Rows(chat, snapshot, "chat", []);
        HasEarlier = snapshot.GetProperty("hasEarlier").GetBoolean();
        Rows(questions, snapshot, "questions", ["votes"]);
        Rows(polls, snapshot, "polls", ["voters"]);
        Rows(checks, snapshot, "checks", []);
        Rows(decisions, snapshot, "decisions", []);
    }

    private static void Rows(
        SortedDictionary<long, JsonObject> rows,
        JsonElement snapshot,
        string name,
        string[] without
    )
    {
        rows.Clear();
        foreach (var one in snapshot.GetProperty(name).EnumerateArray())
        {
            var row = new JsonObject();
            foreach (
                var (key, value) in one.EnumerateObject()
                    .Where(part => !without.Contains(part.Name))
                    .Where(part => part.Value.ValueKind != JsonValueKind.Null)
                    .OrderBy(part => part.Name, StringComparer.Ordinal)
                    .Select(part => (part.Name, part.Value))
            )
            {
                row[key] = JsonNode.Parse(value.GetRawText());
            }

            rows[one.GetProperty("number").GetInt64()] = row;
        }
    }

    private void Set(string name, JsonElement value) => plain[name] = value.GetRawText();

    private void Fold1(JsonElement line)
    {
        var number = line.GetProperty("number").GetInt64();
        if (number <= Last)
        {
            return;
        }

        var by = line.TryGetProperty("by", out var who) ? who.GetInt64() : 0;
        switch (line.GetProperty("kind").GetString())
        {
            case "stateSet":
                Set("state", line.GetProperty("state"));
                break;
            case "entered":
                people.TryAdd(Person(line), line.GetProperty("role").GetString()!);
                names[Person(line)] = line.GetProperty("name").GetString()!;
                break;
            case "presenterSet":
                Set("presenter", line.GetProperty("person"));
                break;
            case "slideShown":
                Set("slide", line.GetProperty("slide"));
                break;
            case "chatPosted":
                chat[number] = Row(line, ["number", "by", "at", "text", "toTrainers"]);
                break;
            case "chatRemoved":
                chat.Remove(line.GetProperty("message").GetInt64());
                break;
            case "asked":
                questions[number] = Row(line, ["number", "by", "at", "text", "state"]);
                questions[number]["mine"] = false;
                Sort(questions, number);
                break;
            case "askedSet":
                AskedSet(line);
                break;
            case "askedVoted" when by == me:
                Change(questions, line, "question", "mine", line.GetProperty("isFor"));
                break;
            case "pollOpened":
                polls[number] = Row(line, ["number", "points", "question", "slide"]);
                polls[number]["state"] = "open";
                Sort(polls, number);
                break;
            case "pollSet":
                PollSet(line);
                break;
            case "voted" when by == me:
                Change(polls, line, "poll", "mine", line.GetProperty("values"));
                break;
            case "handRaised":
                if (!hands.Contains(by))
                {
                    hands.Add(by);
                }

                break;
            case "handLowered":
                hands.Remove(Person(line));
                break;
            case "floorGiven":
                Set("floor", line.GetProperty("person"));
                Set("isFloorRecorded", line.GetProperty("isRecorded"));
                hands.Remove(Person(line));
                break;
            case "floorTaken":
                plain["floor"] = "null";
                plain["isFloorRecorded"] = "false";
                break;
            case "roleSet":
                people[Person(line)] = line.GetProperty("role").GetString()!;
                break;
            case "removed":
                Remove(Person(line));
                break;
            case "chatSet":
                Set("isChatOpen", line.GetProperty("isOpen"));
                Set("slowSeconds", line.GetProperty("slowSeconds"));
                Set("holdsQuestions", line.GetProperty("holdsQuestions"));
                break;
            case "alertSet":
                Set("isAlert", line.GetProperty("isOn"));
                break;
            case "recordingSet":
                Set("isRecording", line.GetProperty("isOn"));
                break;
            case "captionTyped":
                Set("caption", line.GetProperty("text"));
                break;
            case "checkAsked":
                checks[number] = new JsonObject
                {
                    ["askedAt"] = line.GetProperty("at").GetInt64(),
                    ["mine"] = false,
                    ["number"] = number,
                };
                break;
            case "checkAnswered" when by == me:
                checks[line.GetProperty("check").GetInt64()]["mine"] = true;
                break;
            case "erased" when line.TryGetProperty("toTrainers", out _):
                chat[number] = Row(line, ["number", "by", "at", "toTrainers"]);
                chat[number]["text"] = "";
                Sort(chat, number);
                break;
            case "wordsErased":
                Forget(line);
                break;
            case "messageErased":
                chat.Remove(line.GetProperty("message").GetInt64());
                questions.Remove(line.GetProperty("message").GetInt64());
                plain["caption"] = "\"\"";
                break;
            case "decisionNoted":
                decisions[number] = Row(line, ["due", "number", "what", "who"]);
                break;
        }
    }

    private static long Person(JsonElement line) => line.GetProperty("person").GetInt64();

    private void Forget(JsonElement line)
    {
        var person = Person(line);
        names[person] = line.GetProperty("name").GetString()!;
        foreach (var said in chat.Values.Where(one => one["by"]?.GetValue<long>() == person))
        {
            said["text"] = "";
        }

        foreach (
            var asked in questions
                .Where(one => one.Value["by"]?.GetValue<long>() == person)
                .Select(one => one.Key)
                .ToList()
        )
        {
            questions.Remove(asked);
        }

        plain["caption"] = "\"\"";
        foreach (var result in line.GetProperty("results").EnumerateArray())
        {
            if (
                polls.TryGetValue(result.GetProperty("poll").GetInt64(), out var poll)
                && poll["state"]?.GetValue<string>() == "revealed"
            )
            {
                poll["counts"] = JsonNode.Parse(result.GetProperty("counts").GetRawText());
            }
        }

        StepBack(person);
    }

    private void Remove(long person)
    {
        people.Remove(person);
        StepBack(person);
    }

    private void StepBack(long person)
    {
        hands.Remove(person);
        if (plain.GetValueOrDefault("floor") == $"{person}")
        {
            plain["floor"] = "null";
            plain["isFloorRecorded"] = "false";
        }
    }

    private void AskedSet(JsonElement line)
    {
        var number = line.GetProperty("question").GetInt64();
        var state = line.GetProperty("state").GetString()!;
        if (!questions.TryGetValue(number, out var question))
        {
            if (!line.TryGetProperty("text", out var text))
            {
                return;
            }

            questions[number] = question = new JsonObject
            {
                ["at"] = line.GetProperty("askedAt").GetInt64(),
                ["mine"] = false,
                ["number"] = number,
                ["text"] = text.GetString(),
            };
            if (line.TryGetProperty("askedBy", out var by))
            {
                question["by"] = by.GetInt64();
            }
        }

        question["state"] = state;
        Sort(questions, number);
        if (
            state is "held" or "dismissed"
            && !keeps
            && question["by"]?.GetValue<long>() != me
            && question["mine"]?.GetValue<bool>() != true
        )
        {
            questions.Remove(number);
        }
    }

    private void PollSet(JsonElement line)
    {
        var number = line.GetProperty("poll").GetInt64();
        var poll = polls[number];
        poll["state"] = line.GetProperty("state").GetString();
        foreach (var name in new[] { "counts", "right" })
        {
            poll.Remove(name);
            if (line.TryGetProperty(name, out var value))
            {
                poll[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        Sort(polls, number);
    }

    private static void Change(
        SortedDictionary<long, JsonObject> rows,
        JsonElement line,
        string of,
        string name,
        JsonElement value
    )
    {
        var number = line.GetProperty(of).GetInt64();
        if (rows.TryGetValue(number, out var row))
        {
            row[name] = JsonNode.Parse(value.GetRawText());
            Sort(rows, number);
        }
    }

    private static JsonObject Row(JsonElement line, string[] names)
    {
        var row = new JsonObject();
        foreach (var name in names.Order(StringComparer.Ordinal))
        {
            if (line.TryGetProperty(name, out var value))
            {
                row[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return row;
    }

    private static void Sort(SortedDictionary<long, JsonObject> rows, long number)
    {
        var sorted = new JsonObject();
        foreach (var (name, value) in rows[number].OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            sorted[name] = value?.DeepClone();
        }

        rows[number] = sorted;
    }
}
