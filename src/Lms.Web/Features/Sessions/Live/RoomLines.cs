using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Who is shown a line of the log.</summary>
internal enum Audience
{
    Everyone,

    /// <summary>Those who keep order, and whose act it was.</summary>
    KeepersAndOwn,

    /// <summary>Whose act it was, alone.</summary>
    Own,
}

/// <summary>
/// Lines of the log as a viewer may read them. Closed by default: what is written of an event stands
/// here field by field, people are places, and a key is never among it before its poll is revealed.
/// </summary>
internal sealed class RoomLines(Room room, RoomNames names, PollTexts polls)
{
    private const int MostCounts = 200;

    public static Audience AudienceOf(RoomEvent what) =>
        what switch
        {
            RoomEvent.Voted or RoomEvent.AskedVoted or RoomEvent.CheckAnswered => Audience.Own,
            // Nothing to show; and what was meant for trainers alone tells nobody who had said it.
            RoomEvent.Erased { ToTrainers: null } => Audience.Own,
            RoomEvent.ChatPosted { ToTrainers: true } or RoomEvent.Erased { ToTrainers: true } =>
                Audience.KeepersAndOwn,
            RoomEvent.Asked { State: AskedState.Held } => Audience.KeepersAndOwn,
            _ => Audience.Everyone,
        };

    public static Audience AudienceOf(ChatMessage message) =>
        message.ToTrainers ? Audience.KeepersAndOwn : Audience.Everyone;

    public static bool IsSeen(LoggedEvent line, PersonId viewer, bool keeps) =>
        IsSeen(AudienceOf(line.What), line.By, viewer, keeps);

    public static bool IsSeen(ChatMessage message, PersonId viewer, bool keeps) =>
        IsSeen(AudienceOf(message), message.By, viewer, keeps);

    private static bool IsSeen(Audience audience, PersonId? by, PersonId viewer, bool keeps) =>
        audience switch
        {
            Audience.Everyone => true,
            Audience.KeepersAndOwn => keeps || by == viewer,
            Audience.Own => by == viewer,
        };

    public void Write(Utf8JsonWriter json, LoggedEvent line)
    {
        json.WriteStartObject();
        json.WriteNumber("number", line.Number);
        json.WriteNumber("at", line.At);
        if (line.By is { } by && room.PlaceOf(by) is { } place)
        {
            json.WriteNumber("by", place);
        }

        json.WriteString("kind", Wire.Name(line.What));
        WriteFields(json, line);
        json.WriteEndObject();
    }

    private void WriteFields(Utf8JsonWriter json, LoggedEvent line)
    {
        switch (line.What)
        {
            case RoomEvent.StateSet(var state):
                json.WriteString("state", Wire.Name(state));
                break;
            case RoomEvent.Entered(var person, var role):
                WritePerson(json, person);
                json.WriteString("role", Wire.Name(role));
                json.WriteString("name", names.Of(person));
                break;
            case RoomEvent.PresenterSet(var person):
                WritePerson(json, person);
                break;
            case RoomEvent.SlideShown(var slide):
                json.WriteNumber("slide", slide);
                break;
            case RoomEvent.ChatPosted(var text, var toTrainers):
                json.WriteString("text", text);
                json.WriteBoolean("toTrainers", toTrainers);
                break;
            case RoomEvent.Erased { ToTrainers: { } wasToTrainers }:
                json.WriteBoolean("toTrainers", wasToTrainers);
                break;
            case RoomEvent.WordsErased(var person):
                WritePerson(json, person);
                json.WriteString("name", names.Of(person));
                WriteRevealed(json);
                break;
            case RoomEvent.ChatRemoved(var message):
                json.WriteNumber("message", message);
                break;
            case RoomEvent.MessageErased(var message):
                json.WriteNumber("message", message);
                break;
            case RoomEvent.Asked(var text, var state):
                json.WriteString("text", text);
                json.WriteString("state", Wire.Name(state));
                break;
            case RoomEvent.AskedSet(var number, var state):
                WriteAskedSet(json, number, state);
                break;
            case RoomEvent.AskedVoted(var number, var isFor):
                json.WriteNumber("question", number);
                json.WriteBoolean("isFor", isFor);
                break;
            case RoomEvent.PollOpened(var slide, _, var points):
                WritePoll(json, line.Number, slide, points);
                break;
            case RoomEvent.PollSet(var number, var state):
                json.WriteNumber("poll", number);
                json.WriteString("state", Wire.Name(state));
                if (state == PollState.Revealed && room.Poll(number) is { } poll)
                {
                    WriteResults(json, poll);
                }

                break;
            case RoomEvent.Voted(var number, var values):
                json.WriteNumber("poll", number);
                Values(json, "values", values);
                break;
            case RoomEvent.HandLowered(var person):
                WritePerson(json, person);
                break;
            case RoomEvent.FloorGiven(var person, var isRecorded):
                WritePerson(json, person);
                json.WriteBoolean("isRecorded", isRecorded);
                break;
            case RoomEvent.RoleSet(var person, var role):
                WritePerson(json, person);
                json.WriteString("role", Wire.Name(role));
                break;
            case RoomEvent.Removed(var person):
                WritePerson(json, person);
                break;
            case RoomEvent.ChatSet(var isOpen, var slow, var holds):
                json.WriteBoolean("isOpen", isOpen);
                json.WriteNumber("slowSeconds", slow);
                json.WriteBoolean("holdsQuestions", holds);
                break;
            case RoomEvent.AlertSet(var isOn):
                json.WriteBoolean("isOn", isOn);
                break;
            case RoomEvent.RecordingSet(var isOn):
                json.WriteBoolean("isOn", isOn);
                break;
            case RoomEvent.CaptionTyped(var text):
                json.WriteString("text", text);
                break;
            case RoomEvent.CheckAnswered(var check):
                json.WriteNumber("check", check);
                break;
            case RoomEvent.DecisionNoted(var what, var who, var due):
                json.WriteString("what", what);
                json.WriteString("who", who);
                if (due is { } day)
                {
                    json.WriteString("due", $"{day:yyyy-MM-dd}");
                }

                break;
        }
    }

    // What the erased answered in words is on the screens: this is what is left.
    private void WriteRevealed(Utf8JsonWriter json)
    {
        json.WriteStartArray("results");
        foreach (var poll in room.Polls.Where(one => one.State == PollState.Revealed))
        {
            json.WriteStartObject();
            json.WriteNumber("poll", poll.Number);
            WriteResults(json, poll);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // Who never saw it while it was held reads it here.
    private void WriteAskedSet(Utf8JsonWriter json, long number, AskedState state)
    {
        json.WriteNumber("question", number);
        json.WriteString("state", Wire.Name(state));
        if (
            state is AskedState.Shown or AskedState.Answered
            && room.Question(number) is { } question
        )
        {
            json.WriteString("text", question.Text);
            json.WriteNumber("askedAt", question.At);
            json.WriteNumber("votes", question.Votes);
            if (question.By is { } by && room.PlaceOf(by) is { } place)
            {
                json.WriteNumber("askedBy", place);
            }
        }
    }

    private void WritePoll(Utf8JsonWriter json, long number, int? slide, int points)
    {
        if (slide is { } at)
        {
            json.WriteNumber("slide", at);
        }

        json.WriteNumber("points", points);
        if (room.Poll(number) is { } poll)
        {
            json.WritePropertyName("question");
            JsonSerializer.Serialize(json, polls.Of(poll).Shown(), Wire.Json);
        }
    }

    /// <summary>How often each value was chosen, and what was right.</summary>
    public void WriteResults(Utf8JsonWriter json, RoomPoll poll)
    {
        json.WriteStartObject("counts");
        foreach (
            var (value, count) in poll
                .Counts.OrderByDescending(one => one.Value)
                .ThenBy(one => one.Key, StringComparer.Ordinal)
                .Take(MostCounts)
        )
        {
            json.WriteNumber(value, count);
        }

        json.WriteEndObject();
        if (polls.Of(poll).Right() is { } right)
        {
            Values(json, "right", right);
        }
    }

    public static void Values(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    /// <summary>Null for nobody's.</summary>
    public void WritePlace(Utf8JsonWriter json, string name, PersonId? person)
    {
        if (person is { } known && room.PlaceOf(known) is { } place)
        {
            json.WriteNumber(name, place);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private void WritePerson(Utf8JsonWriter json, PersonId person) =>
        json.WriteNumber("person", room.PlaceOf(person) ?? 0);
}
