using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lms.Domain.Live;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>How values stand on the wire (<c>docs/live-wire.md</c>). What cannot be read is null, never thrown.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static readonly JsonWriterOptions Writing = new()
    {
        Encoder = Json.Encoder,
        SkipValidation = true,
    };

    public static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    public static string Name(RoomEvent what) =>
        JsonNamingPolicy.CamelCase.ConvertName(what.GetType().Name);

    public static JsonElement? Member(this JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var member)
            ? member
            : null;

    public static string? Text(this JsonElement from, string name) =>
        from.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static long? Number(this JsonElement from, string name) =>
        from.Member(name) is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt64(out var value)
            ? value
            : null;

    public static int? Small(this JsonElement from, string name) =>
        from.Number(name) is { } number and >= int.MinValue and <= int.MaxValue
            ? (int)number
            : null;

    public static bool? Flag(this JsonElement from, string name) =>
        from.Member(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static Guid? Id(this JsonElement from, string name) =>
        from.Member(name) is { ValueKind: JsonValueKind.String } text && text.TryGetGuid(out var id)
            ? id
            : null;

    public static T? Word<T>(this JsonElement from, string name)
        where T : struct, Enum =>
        from.Text(name) is { Length: > 0 } word
        && char.IsAsciiLetterLower(word[0])
        && Enum.TryParse<T>(word, ignoreCase: true, out var value)
        && Name(value) == word
            ? value
            : null;

    public static IReadOnlyList<string>? Texts(this JsonElement from, string name)
    {
        if (from.Member(name) is not { ValueKind: JsonValueKind.Array } list)
        {
            return null;
        }

        var texts = new List<string>(Math.Min(list.GetArrayLength(), 64));
        foreach (var one in list.EnumerateArray())
        {
            if (one.ValueKind != JsonValueKind.String)
            {
                return null;
            }

            texts.Add(one.GetString()!);
        }

        return texts;
    }
}
