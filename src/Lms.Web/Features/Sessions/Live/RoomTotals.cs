using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// What passes and is never logged: how many are there, reactions, the pace, how many voted, the
/// pointer. Told once a second, and only what changed.
/// </summary>
internal sealed class RoomTotals
{
    // A word about the pace holds so long, in milliseconds.
    private const long PaceHolds = 120_000;

    private static readonly HashSet<string> Reactions = ["like", "thanks", "laugh", "think"];
    private static readonly HashSet<string> Paces = ["slower", "faster", "lost", "fine"];

    private readonly Dictionary<string, int> reacted = [];
    private readonly Dictionary<PersonId, (string Word, long At)> paces = [];
    private readonly Dictionary<long, int> toldVotes = [];
    private readonly Dictionary<long, int> toldAsked = [];
    private int toldPresent = -1;
    private string toldPace = "";

    public static bool IsKnown(string kind) => Reactions.Contains(kind) || Paces.Contains(kind);

    public void React(PersonId person, string kind, long at)
    {
        if (Reactions.Contains(kind))
        {
            reacted[kind] = reacted.GetValueOrDefault(kind) + 1;
        }
        else if (Paces.Contains(kind))
        {
            paces[person] = (kind, at);
        }
    }

    /// <summary>Null when nothing changed.</summary>
    /// <param name="isWhole">For one who may have missed some: all of it.</param>
    public RawJson? Tell(Room room, int present, long at, bool isWhole = false)
    {
        var votes = room
            .Polls.Where(poll => poll.State != PollState.Revealed)
            .Select(poll => (poll.Number, Count: poll.Voters))
            .Where(one => isWhole || toldVotes.GetValueOrDefault(one.Number, 0) != one.Count)
            .ToList();
        var asked = room
            .Questions.Where(one => one.State is AskedState.Shown or AskedState.Answered)
            .Select(one => (one.Number, Count: one.Votes))
            .Where(one => isWhole || toldAsked.GetValueOrDefault(one.Number, 0) != one.Count)
            .ToList();
        var pace = Pace(at);
        var isPaceNew = isWhole || pace != toldPace;
        var isPresentNew = isWhole || present != toldPresent;
        if (votes.Count + asked.Count + reacted.Count == 0 && !isPaceNew && !isPresentNew)
        {
            return null;
        }

        var told = RawJson.Of(json =>
        {
            json.WriteStartObject();
            if (isPresentNew)
            {
                json.WriteNumber("present", present);
            }

            if (!isWhole)
            {
                Write(json, "reactions", reacted.Select(one => (one.Key, one.Value)));
            }

            if (isPaceNew)
            {
                json.WritePropertyName("pace");
                json.WriteRawValue(pace);
            }

            Write(json, "votes", votes.Select(one => ($"{one.Number}", one.Count)));
            Write(json, "asked", asked.Select(one => ($"{one.Number}", one.Count)));
            json.WriteEndObject();
        });
        if (!isWhole)
        {
            (toldPresent, toldPace) = (present, pace);
            votes.ForEach(one => toldVotes[one.Number] = one.Count);
            asked.ForEach(one => toldAsked[one.Number] = one.Count);
            reacted.Clear();
        }

        return told;
    }

    private string Pace(long at)
    {
        foreach (var old in paces.Where(one => at - one.Value.At > PaceHolds).ToList())
        {
            paces.Remove(old.Key);
        }

        return JsonSerializer.Serialize(
            Paces.ToDictionary(word => word, word => paces.Values.Count(one => one.Word == word))
        );
    }

    private static void Write(
        Utf8JsonWriter json,
        string name,
        IEnumerable<(string Name, int Count)> counts
    )
    {
        var all = counts.ToList();
        if (all.Count == 0)
        {
            return;
        }

        json.WriteStartObject(name);
        foreach (var (key, count) in all)
        {
            json.WriteNumber(key, count);
        }

        json.WriteEndObject();
    }
}
