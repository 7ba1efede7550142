using System.Buffers;
using System.Globalization;

namespace Lms.Web.Content.Exchange.Answers;

/// <summary>A gap as it stands in a prompt, and the mark that holds its place meanwhile.</summary>
internal static class GapText
{
    public const char Open = '\ue000';
    public const char Close = '\ue001';

    private const int Longest = 100;

    /// <summary>Letters and signs that mean nothing within a gap, nor in Markdown.</summary>
    private static readonly SearchValues<char> Signs = SearchValues.Create(
        " .,;:!?'’ʼ\"«»“”„()-–—/%№+=°€₴§"
    );

    /// <summary>Any of the texts, typed; null when one cannot stand in a gap.</summary>
    public static string? Typed(IReadOnlyList<string> accepted) => Of(accepted, -1);

    /// <summary>One of the texts, chosen; null when one cannot stand in a gap.</summary>
    public static string? Chosen(IReadOnlyList<string> options, int right) => Of(options, right);

    /// <summary>Holds the place of a gap through the conversion of the text.</summary>
    public static string Place(int gap) =>
        string.Create(CultureInfo.InvariantCulture, $"{Open}{gap}{Close}");

    /// <summary>Puts the gaps into a finished prompt; null where a table holds one.</summary>
    public static string? Fill(string prompt, IReadOnlyList<string> gaps)
    {
        var inTable = prompt
            .Split('\n')
            .Any(line =>
                line.TrimStart(' ', '>').StartsWith('|')
                && line.Contains(Open, StringComparison.Ordinal)
            );
        if (inTable)
        {
            return null;
        }

        for (var gap = 0; gap < gaps.Count; gap++)
        {
            prompt = prompt.Replace(Place(gap), gaps[gap], StringComparison.Ordinal);
        }

        return prompt;
    }

    private static string? Of(IReadOnlyList<string> texts, int right)
    {
        var isSound =
            texts.Count > (right < 0 ? 0 : 1)
            && texts.All(IsSound)
            && texts.Distinct(StringComparer.Ordinal).Count() == texts.Count;
        return isSound
            ? $"___{{{string.Join('|', texts.Select((text, at) => at == right ? "*" + text : text))}}}"
            : null;
    }

    private static bool IsSound(string text) =>
        text.Length is > 0 and <= Longest
        && text.Trim().Length == text.Length
        && text.All(letter => char.IsLetterOrDigit(letter) || Signs.Contains(letter));
}
