using System.Text.Encodings.Web;
using System.Text.Json;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// A question that a trainer writes on the spot: <c>{kind, prompt, options?, right?, low?, high?}</c>,
/// all of it plain text; <c>right</c> are places among the options, from 0.
/// </summary>
internal static class WrittenPoll
{
    private const int LongestPrompt = 500;
    private const int LongestOption = 200;
    private const int MostOptions = 12;

    /// <summary>Null when it is no question.</summary>
    public static Question? Read(JsonElement written, string id)
    {
        var prompt = written.Text("prompt")?.Trim() ?? "";
        if (prompt.Length is 0 or > LongestPrompt)
        {
            return null;
        }

        var html = $"<p>{Encoded(prompt)}</p>";
        return written.Text("kind") switch
        {
            "single" when Options(written) is { } options => new SingleChoice
            {
                Id = id,
                PromptHtml = html,
                KeepsOrder = true,
                Options = options,
            },
            "multiple" when Options(written) is { } options => new MultipleChoice
            {
                Id = id,
                PromptHtml = html,
                KeepsOrder = true,
                Options = options,
            },
            "ordering" when Words(written) is { Count: > 1 } steps => new Ordering
            {
                Id = id,
                PromptHtml = html,
                StepsHtml = [.. steps.Select(Encoded)],
            },
            "shortText" => new ShortText
            {
                Id = id,
                PromptHtml = html,
                Accepted = [],
            },
            "numeric" => new Numeric
            {
                Id = id,
                PromptHtml = html,
                Accepted = [],
            },
            "scale" => ScaleOf(written, id, html),
            _ => null,
        };
    }

    private static Scale? ScaleOf(JsonElement written, string id, string html)
    {
        var (low, high) = (written.Small("low") ?? 1, written.Small("high") ?? 5);
        return low >= 0 && high <= 100 && low < high
            ? new Scale
            {
                Id = id,
                PromptHtml = html,
                Low = low,
                High = high,
            }
            : null;
    }

    private static IReadOnlyList<Option>? Options(JsonElement written)
    {
        var right = written.Member("right") is { ValueKind: JsonValueKind.Array } places
            ? places
                .EnumerateArray()
                .Where(one => one.ValueKind == JsonValueKind.Number)
                .Select(one => one.TryGetInt32(out var place) ? place : -1)
                .ToHashSet()
            : [];
        return Words(written) is { Count: > 1 } words
            ? [.. words.Select((word, at) => new Option(Encoded(word), right.Contains(at), null))]
            : null;
    }

    private static List<string>? Words(JsonElement written)
    {
        var words = written.Texts("options")?.Select(word => word.Trim()).ToList();
        return
            words is { Count: <= MostOptions }
            && words.TrueForAll(word => word.Length is > 0 and <= LongestOption)
            ? words
            : null;
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
