using System.Buffers;
using System.Text;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>One <c>{weight:TYPE:answers}</c> of a cloze text (qtype_multianswer), cut out.</summary>
/// <param name="Answers">Each with its mark; <c>\</c> still stands before what it escapes.</param>
/// <param name="End">Behind its closing brace; -1 when there is none.</param>
internal sealed record ClozeField(
    string Weight,
    string Type,
    IReadOnlyList<string> Answers,
    int End
)
{
    private const int LongestType = 24;

    private static readonly SearchValues<char> TypeLetters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ_"
    );

    /// <summary>The field that begins at a brace; null when it is a brace of the text.</summary>
    public static ClozeField? At(string text, int start)
    {
        var weightEnd = text.AsSpan(start + 1).IndexOfAnyExceptInRange('0', '9') + start + 1;
        if (weightEnd <= start || weightEnd >= text.Length || text[weightEnd] != ':')
        {
            return null;
        }

        var after = text.AsSpan(weightEnd + 1);
        var length = after[..Math.Min(after.Length, LongestType + 1)].IndexOf(':');
        if (length < 1 || after[..length].ContainsAnyExcept(TypeLetters))
        {
            return null;
        }

        var (answers, end) = AnswersFrom(text, weightEnd + length + 2);
        return new(text[(start + 1)..weightEnd], after[..length].ToString(), answers, end);
    }

    /// <summary>Up to the brace that no backslash escapes.</summary>
    private static (IReadOnlyList<string> Answers, int End) AnswersFrom(string text, int from)
    {
        var (answers, current) = (new List<string>(), new StringBuilder());
        for (var at = from; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when at + 1 < text.Length:
                    current.Append(text, at, 2);
                    at++;
                    break;
                case '}':
                    answers.Add(current.ToString());
                    return (answers, at + 1);
                case '~':
                    answers.Add(current.ToString());
                    current.Clear();
                    break;
                default:
                    current.Append(text[at]);
                    break;
            }
        }

        return ([], -1);
    }
}
