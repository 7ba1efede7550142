using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Someone at the door: who may be in was looked up already.</summary>
/// <param name="Last">Number of the last event the browser folded in, 0 for none.</param>
/// <param name="Epoch">Where it has it from.</param>
internal sealed record Entering(
    Guest Guest,
    RoomRole Role,
    PersonName? Name,
    bool IsNamedInFull,
    long Last,
    int Epoch
);

/// <summary>What the hub answers: something to send as it is, or a word of refusal.</summary>
internal sealed record Reply(RawJson? Said, string? Refusal)
{
    public static Reply With(RawJson said) => new(said, null);

    public static Reply No(string refusal) => new(null, refusal);

    public static Reply No(RoomRefusal refusal) => new(null, Wire.Name(refusal));

    public static Reply Number(long number) =>
        With(
            RawJson.Of(json =>
            {
                json.WriteStartObject();
                json.WriteNumber("number", number);
                json.WriteEndObject();
            })
        );

    /// <summary>As JSON.</summary>
    public RawJson Json =>
        Said
        ?? RawJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteString("refusal", Refusal);
            json.WriteEndObject();
        });
}
