using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>The answer to Hello: what was missed, or the room as it stands.</summary>
internal static class RoomWelcome
{
    /// <param name="missed">Null for one who gets the whole.</param>
    public static RawJson Write(
        LiveRoom live,
        RoomBook book,
        PersonId viewer,
        IReadOnlyList<LoggedEvent>? missed
    )
    {
        var (room, names, lines) = (book.Room, book.Names, book.Wire);
        var role = room.RoleOf(viewer)!.Value;
        var now = live.Clock.Now;
        return RawJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("epoch", live.Epoch);
            json.WriteNumber("now", now);
            json.WriteString("title", live.Facts.Title);
            json.WriteString("state", Wire.Name(room.State));
            json.WriteNumber("last", book.Kept);
            if (missed is not null)
            {
                json.WriteStartArray("lines");
                foreach (var line in missed)
                {
                    lines.Write(json, line);
                }

                json.WriteEndArray();
            }
            else
            {
                json.WritePropertyName("snapshot");
                book.Snapshot.Write(json, viewer, RoomRules.Keeps(role), now);
                // Whoever was here knows them: a line that brings somebody brings the name.
                json.WriteStartObject("names");
                for (var at = 0; at < room.People.Count; at++)
                {
                    json.WriteString($"{at + 1}", names.Of(room.People[at]));
                }

                json.WriteEndObject();
            }

            json.WriteStartObject("you");
            json.WriteNumber("person", room.PlaceOf(viewer)!.Value);
            json.WriteString("role", Wire.Name(role));
            json.WriteString("name", names.Of(viewer));
            json.WriteBoolean("leads", RoomRules.Leads(role));
            json.WriteBoolean("keeps", RoomRules.Keeps(role));
            json.WriteEndObject();
            json.WriteStartObject("rule");
            json.WriteNumber("percent", live.Facts.Rule.Percent);
            json.WriteEndObject();
            json.WriteBoolean("isRecorded", live.Facts.IsRecorded);
            json.WriteEndObject();
        });
    }
}
