using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The chat of a room, so much at a time: however long a session lasts, who comes back is brought what
/// fits a thin link, and reads on from there.
/// </summary>
internal sealed class RoomChat(Room room, RoomLines lines)
{
    /// <summary>Messages at a time.</summary>
    public const int Most = 100;

    /// <summary>
    /// The newest messages that a viewer may see, in the order they were said, as <c>messages</c> or by
    /// another name, and <c>hasEarlier</c>: whether there are more of them.
    /// </summary>
    /// <param name="before">Those alone whose number is below.</param>
    public void Write(
        Utf8JsonWriter json,
        PersonId viewer,
        bool keeps,
        long before = long.MaxValue,
        int most = Most,
        string name = "messages"
    )
    {
        var newest = Back(before)
            .Where(message => RoomLines.IsSeen(message, viewer, keeps))
            .Take(most + 1)
            .ToList();
        json.WriteStartArray(name);
        foreach (var message in newest.Take(most).Reverse())
        {
            json.WriteStartObject();
            json.WriteNumber("number", message.Number);
            lines.WritePlace(json, "by", message.By);
            json.WriteNumber("at", message.At);
            json.WriteString("text", message.Text);
            json.WriteBoolean("toTrainers", message.ToTrainers);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("hasEarlier", newest.Count > most);
    }

    // From the end: it costs what is told, not what was ever said.
    private IEnumerable<ChatMessage> Back(long before)
    {
        for (var at = First(before) - 1; at >= 0; at--)
        {
            yield return room.Chat[at];
        }
    }

    /// <summary>The place of the first message that is not below a number.</summary>
    private int First(long number)
    {
        var (from, until) = (0, room.Chat.Count);
        while (from < until)
        {
            var middle = (from + until) / 2;
            if (room.Chat[middle].Number < number)
            {
                from = middle + 1;
            }
            else
            {
                until = middle;
            }
        }

        return from;
    }
}
