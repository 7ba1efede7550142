using System.Globalization;
using Lms.Domain.Shared;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;

namespace Lms.Web.Content.Quizzes;

/// <summary>The values in a question's braces, read by type; a wrong one is reported and left out.</summary>
internal sealed class QuestionAttributes(MarkupText text, AttributeList written)
{
    private const int MostPoints = 100;
    private const int MostTags = 20;

    /// <summary>More than none, in thousandths.</summary>
    public Points? Points(string key)
    {
        if (written[key] is not { } value)
        {
            return null;
        }

        if (
            decimal.TryParse(
                value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var points
            )
            && points is > 0 and <= MostPoints
            && points * 1000 == decimal.Truncate(points * 1000)
        )
        {
            return new((int)(points * 1000));
        }

        return Wrong<Points?>(key, "0.001–100", value, null);
    }

    public int? Whole(string key, int from, int to)
    {
        if (written[key] is not { } value)
        {
            return null;
        }

        return
            int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= from
            && number <= to
            ? number
            : Wrong<int?>(
                key,
                string.Create(CultureInfo.InvariantCulture, $"{from}–{to}"),
                value,
                null
            );
    }

    public T? OneOf<T>(string key, IReadOnlyDictionary<string, T> choices)
        where T : struct
    {
        if (written[key] is not { } value)
        {
            return null;
        }

        return choices.TryGetValue(value, out var choice)
            ? choice
            : Wrong<T?>(key, string.Join(", ", choices.Keys), value, null);
    }

    /// <summary><c>a,b</c>: words of letters, digits and hyphens.</summary>
    public IReadOnlyList<string> Tags(string key)
    {
        if (written[key] is not { } value)
        {
            return [];
        }

        var tags = value.Split(',', StringSplitOptions.TrimEntries).Distinct().ToList();
        return tags.Count <= MostTags && tags.TrueForAll(IsTag)
            ? tags
            : Wrong<IReadOnlyList<string>>(key, "a,b", value, []);
    }

    /// <summary>A code of the pack, in its spelling.</summary>
    public string? Competence(string key)
    {
        if (written[key] is not { } value)
        {
            return null;
        }

        var (codes, offset) = (text.Setting.Questions.Competences, OffsetOf(key));
        var code = Codes.Alike(value, codes);
        if (code is null)
        {
            string[] args = [value, "competences.yml"];
            text.Report(PackTexts.UnknownCode, offset, Nearest.To(value, codes), args);
        }
        else if (code != value)
        {
            text.Report(PackTexts.LookAlike, offset, value, code);
        }

        return code;
    }

    public void RefuseHere(params string[] keys)
    {
        foreach (var one in written.All.Where(one => keys.Contains(one.Key)))
        {
            text.Report(QuizTexts.AttributeOfOtherType, one.Offset, one.Key);
        }
    }

    private T Wrong<T>(string key, string expected, string value, T instead)
    {
        text.Report(MarkupTexts.BadAttribute, OffsetOf(key), key, expected, value);
        return instead;
    }

    private int OffsetOf(string key) => written.All.First(one => one.Key == key).Offset;

    private static bool IsTag(string tag) =>
        tag.Length is > 0 and <= 60
        && tag.All(letter => char.IsLetterOrDigit(letter) || letter == '-');
}
