using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary><c>- 1..5</c>: one item with two whole numbers.</summary>
internal static class ScaleList
{
    private const int Highest = 10;

    public static bool LooksLike(ListBlock list) =>
        list is [ListItemBlock item]
        && NumberForm.Read(PlainText.OfAll(item)) is not null
        && PlainText.OfAll(item).Contains("..", StringComparison.Ordinal);

    /// <summary>Null, with a finding, when it is none.</summary>
    public static Scale? Read(MarkupText text, ListBlock list, string id)
    {
        if (list.Count != 1)
        {
            text.Report(KeyTexts.WithoutScale, list.Span.Start);
            return null;
        }

        var written = PlainText.OfAll(list);
        if (
            NumberForm.Read(written) is { Low: >= 0, High: <= Highest } range
            && range.Low < range.High
            && decimal.IsInteger(range.Low)
            && decimal.IsInteger(range.High)
        )
        {
            return new()
            {
                Id = id,
                Low = (int)range.Low,
                High = (int)range.High,
            };
        }

        var most = Highest.ToString(CultureInfo.InvariantCulture);
        text.Report(KeyTexts.BadScale, list.Span.Start, most, written);
        return null;
    }
}
