using System.Text.Json;

namespace Lms.Web.Features.Shared;

/// <summary>What a genuine payload says, in the words of the reader, of both forms there are.</summary>
internal static class SignedFields
{
    // The short key, and the one of the first release.
    public static readonly IReadOnlyList<(string Key, string First)> Keys =
    [
        ("h", "holder"),
        ("hl", ""),
        ("n", "number"),
        ("k", "course"),
        ("t", "title"),
        ("v", "version"),
        ("a", "hours"),
        ("l", ""),
        ("e", "credits"),
        ("w", "law"),
        ("d", "issued"),
        ("u", "validUntil"),
        ("i", "issuer"),
        ("ic", ""),
        ("c", "code"),
    ];

    public static IEnumerable<(string Label, string Value)> Of(JsonElement payload, Texts texts)
    {
        foreach (var (key, first) in Keys)
        {
            if (
                payload.TryGetProperty(key, out var value)
                || payload.TryGetProperty(first, out value)
            )
            {
                yield return (texts[$"shared.certificate.signed.{key}"], Written(value));
            }
        }
    }

    private static string Written(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Array => string.Join("; ", value.EnumerateArray().Select(Written)),
            JsonValueKind.Object => string.Join(
                ' ',
                value.EnumerateObject().Select(one => Written(one.Value))
            ),
            _ => value.ToString(),
        };
}
