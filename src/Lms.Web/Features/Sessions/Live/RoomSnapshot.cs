using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>The room as it stands, for one viewer: what they would know had they never been away.</summary>
internal sealed class RoomSnapshot(Room room, PollTexts polls, RoomLines lines)
{
    public void Write(Utf8JsonWriter json, PersonId viewer, bool keeps, long now)
    {
        json.WriteStartObject();
        json.WriteString("state", Wire.Name(room.State));
        WriteLive(json, now);
        lines.WritePlace(json, "presenter", room.Presenter);
        json.WriteNumber("slide", room.Slide);
        json.WriteBoolean("isChatOpen", room.IsChatOpen);
        json.WriteNumber("slowSeconds", room.SlowSeconds);
        json.WriteBoolean("holdsQuestions", room.HoldsQuestions);
        json.WriteBoolean("isAlert", room.IsAlert);
        json.WriteBoolean("isRecording", room.IsRecording);
        lines.WritePlace(json, "floor", room.Floor);
        json.WriteBoolean("isFloorRecorded", room.IsFloorRecorded);
        json.WriteString("caption", room.Caption);
        WritePeople(json);
        new RoomChat(room, lines).Write(json, viewer, keeps, name: "chat");
        WriteQuestions(json, viewer, keeps);
        WritePolls(json, viewer);
        WriteHands(json);
        WriteChecks(json, viewer);
        WriteDecisions(json);
        json.WriteEndObject();
    }

    private void WriteLive(Utf8JsonWriter json, long now)
    {
        json.WriteStartArray("live");
        foreach (var span in room.LiveUntil(now))
        {
            json.WriteStartArray();
            json.WriteNumberValue(span.From);
            json.WriteNumberValue(span.Until);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private void WritePeople(Utf8JsonWriter json)
    {
        json.WriteStartArray("people");
        for (var at = 0; at < room.People.Count; at++)
        {
            if (room.RoleOf(room.People[at]) is { } role)
            {
                json.WriteStartObject();
                json.WriteNumber("person", at + 1);
                json.WriteString("role", Wire.Name(role));
                json.WriteEndObject();
            }
        }

        json.WriteEndArray();
    }

    private void WriteQuestions(Utf8JsonWriter json, PersonId viewer, bool keeps)
    {
        json.WriteStartArray("questions");
        foreach (var question in room.Questions)
        {
            var isShown = question.State is AskedState.Shown or AskedState.Answered;
            // Who voted has seen it, and finds the vote again when it is shown once more.
            if (!isShown && !keeps && question.By != viewer && !question.IsVotedBy(viewer))
            {
                continue;
            }

            json.WriteStartObject();
            json.WriteNumber("number", question.Number);
            lines.WritePlace(json, "by", question.By);
            json.WriteNumber("at", question.At);
            json.WriteString("text", question.Text);
            json.WriteString("state", Wire.Name(question.State));
            json.WriteNumber("votes", question.Votes);
            json.WriteBoolean("mine", question.IsVotedBy(viewer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WritePolls(Utf8JsonWriter json, PersonId viewer)
    {
        json.WriteStartArray("polls");
        foreach (var poll in room.Polls)
        {
            json.WriteStartObject();
            json.WriteNumber("number", poll.Number);
            if (poll.Opened.Slide is { } slide)
            {
                json.WriteNumber("slide", slide);
            }

            json.WritePropertyName("question");
            JsonSerializer.Serialize(json, polls.Of(poll).Shown(), Wire.Json);
            json.WriteNumber("points", poll.Opened.Points);
            json.WriteString("state", Wire.Name(poll.State));
            json.WriteNumber("voters", poll.Voters);
            if (poll.State == PollState.Revealed)
            {
                lines.WriteResults(json, poll);
            }

            if (poll.Of(viewer) is { } mine)
            {
                RoomLines.Values(json, "mine", mine);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteHands(Utf8JsonWriter json)
    {
        json.WriteStartArray("hands");
        foreach (var person in room.Hands)
        {
            json.WriteNumberValue(room.PlaceOf(person) ?? 0);
        }

        json.WriteEndArray();
    }

    private void WriteChecks(Utf8JsonWriter json, PersonId viewer)
    {
        json.WriteStartArray("checks");
        foreach (var check in room.Checks)
        {
            json.WriteStartObject();
            json.WriteNumber("number", check.Number);
            json.WriteNumber("askedAt", check.AskedAt);
            json.WriteBoolean("mine", check.IsAnsweredBy(viewer));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteDecisions(Utf8JsonWriter json)
    {
        json.WriteStartArray("decisions");
        foreach (var decision in room.Decisions)
        {
            json.WriteStartObject();
            json.WriteNumber("number", decision.Number);
            json.WriteString("what", decision.What);
            json.WriteString("who", decision.Who);
            if (decision.Due is { } due)
            {
                json.WriteString("due", $"{due:yyyy-MM-dd}");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
