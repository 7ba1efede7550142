using System.Globalization;
using System.Text.Json;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>What a browser asks for, before the room is looked at: places are not people yet.</summary>
/// <param name="IsAnonymous">The log keeps no name with it.</param>
internal sealed record AskedAct(
    Func<Room, RoomEvent?> Event,
    bool IsAnonymous = false,
    AskedPoll? Poll = null
);

/// <param name="Question">Of the deck, by its id; null for one made on the spot.</param>
internal sealed record AskedPoll(int? Slide, string? Question, JsonElement? Written, int Points);

/// <summary>Reads the argument of <c>Do</c>. What no page of ours sends is null.</summary>
internal static class RoomActs
{
    public static AskedAct? Read(JsonElement act) =>
        act.Text("kind") switch
        {
            "stateSet" => From(act.Word<SessionState>("state"), to => new RoomEvent.StateSet(to)),
            "presenterSet" => OfPerson(act, who => new RoomEvent.PresenterSet(who)),
            "slideShown" => From(act.Small("slide"), to => new RoomEvent.SlideShown(to)),
            "chatPosted" => From(
                act.Text("text"),
                text => new RoomEvent.ChatPosted(text.Trim(), act.Flag("toTrainers") == true)
            ),
            "chatRemoved" => From(act.Number("message"), at => new RoomEvent.ChatRemoved(at)),
            "asked" => Asked(act),
            "askedSet" => act.Number("question") is { } at
                ? From(act.Word<AskedState>("state"), to => new RoomEvent.AskedSet(at, to))
                : null,
            "askedVoted" => act.Number("question") is { } at
                ? From(act.Flag("isFor"), isFor => new RoomEvent.AskedVoted(at, isFor))
                : null,
            "pollOpened" => Poll(act),
            "pollSet" => act.Number("poll") is { } at
                ? From(act.Word<PollState>("state"), to => new RoomEvent.PollSet(at, to))
                : null,
            "voted" => act.Number("poll") is { } at && act.Texts("values") is { } values
                ? Always(new RoomEvent.Voted(at, values))
                : null,
            "handRaised" => Always(
                new RoomEvent.HandRaised { MayBeRecorded = act.Flag("mayBeRecorded") == true }
            ),
            "handLowered" => OfPerson(act, who => new RoomEvent.HandLowered(who)),
            "floorGiven" => OfPerson(
                act,
                who => new RoomEvent.FloorGiven(who, act.Flag("isRecorded") == true)
            ),
            "floorTaken" => Always(new RoomEvent.FloorTaken()),
            "roleSet" => act.Word<RoomRole>("role") is { } role
                ? OfPerson(act, who => new RoomEvent.RoleSet(who, role))
                : null,
            "removed" => OfPerson(act, who => new RoomEvent.Removed(who)),
            "chatSet" => ChatSet(act),
            "alertSet" => From(act.Flag("isOn"), isOn => new RoomEvent.AlertSet(isOn)),
            "recordingSet" => From(act.Flag("isOn"), isOn => new RoomEvent.RecordingSet(isOn)),
            "captionTyped" => From(
                act.Text("text"),
                text => new RoomEvent.CaptionTyped(text.Trim())
            ),
            "checkAsked" => Always(new RoomEvent.CheckAsked()),
            "checkAnswered" => From(act.Number("check"), at => new RoomEvent.CheckAnswered(at)),
            "decisionNoted" => Decision(act),
            _ => null,
        };

    private static AskedAct? Asked(JsonElement act) =>
        act.Text("text") is { } text
            ? new(
                room => new RoomEvent.Asked(
                    text.Trim(),
                    room.HoldsQuestions ? AskedState.Held : AskedState.Shown
                ),
                act.Flag("anonymous") == true
            )
            : null;

    // `json` may be the id of a question of the slide, or a question written on the spot.
    private static AskedAct? Poll(JsonElement act)
    {
        var slide = act.Small("slide");
        var points = act.Small("points") ?? 0;
        var asked = act.Member("question") ?? act.Member("json");
        return asked switch
        {
            { ValueKind: JsonValueKind.String } id => new(
                _ => null,
                Poll: ReadWritten(id.GetString()!) is { } written
                    ? new(slide, null, written, points)
                    : new(slide, id.GetString(), null, points)
            ),
            { ValueKind: JsonValueKind.Object } written => new(
                _ => null,
                Poll: new(slide, null, written.Clone(), points)
            ),
            _ => null,
        };
    }

    private static JsonElement? ReadWritten(string json)
    {
        if (!json.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var read = JsonDocument.Parse(json);
            return read.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AskedAct? ChatSet(JsonElement act) =>
        act.Flag("isOpen") is { } isOpen
        && act.Small("slowSeconds") is { } slow
        && act.Flag("holdsQuestions") is { } holds
            ? Always(new RoomEvent.ChatSet(isOpen, slow, holds))
            : null;

    private static AskedAct? Decision(JsonElement act)
    {
        var due = act.Text("due");
        var day = DateOnly.TryParseExact(
            due,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var read
        )
            ? read
            : (DateOnly?)null;
        return
            act.Text("what") is { } what
            && act.Text("who") is { } who
            && (due is null || day is not null)
            ? Always(new RoomEvent.DecisionNoted(what.Trim(), who.Trim(), day))
            : null;
    }

    private static AskedAct Always(RoomEvent what) => new(_ => what);

    private static AskedAct? From<T>(T? value, Func<T, RoomEvent> what)
        where T : struct => value is { } given ? Always(what(given)) : null;

    private static AskedAct? From(string? value, Func<string, RoomEvent> what) =>
        value is { } given ? Always(what(given)) : null;

    private static AskedAct? OfPerson(JsonElement act, Func<PersonId, RoomEvent> what) =>
        act.Small("person") is { } place
            ? new(room => room.At(place) is { } person ? what(person) : null)
            : null;
}
