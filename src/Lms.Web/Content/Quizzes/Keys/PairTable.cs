using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Web.Content.Markup;
using Markdig.Extensions.Tables;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>
/// A table of two columns with any headings; a row with an empty left cell is a right side too many.
/// </summary>
internal static class PairTable
{
    private const int MostPairs = 30;

    /// <summary>Null, with a finding, when there are no pairs in it.</summary>
    public static Matching? Read(MarkupText text, Table table, string id)
    {
        var rows = table.OfType<TableRow>().ToList();
        if (rows.Exists(row => row.Count != 2))
        {
            text.Report(KeyTexts.TwoColumns, table.Span.Start);
            return null;
        }

        var (pairs, distractors) = (new List<MatchingPair>(), new List<string>());
        foreach (var row in rows.Where(row => !row.IsHeader))
        {
            var (left, right) = (Html(text, row[0]), Html(text, row[1]));
            if (right.Length == 0)
            {
                text.Report(KeyTexts.PairWithoutRight, row.Span.Start);
            }
            else if (left.Length == 0)
            {
                distractors.Add(right);
            }
            else
            {
                if (pairs.Exists(pair => pair.LeftHtml == left))
                {
                    text.Report(KeyTexts.SameLeft, row.Span.Start);
                }

                pairs.Add(new(left, right));
            }
        }

        Check(text, table, pairs, distractors);
        return new()
        {
            Id = id,
            Pairs = pairs,
            DistractorsHtml = distractors,
        };
    }

    private static void Check(
        MarkupText text,
        Table table,
        List<MatchingPair> pairs,
        List<string> distractors
    )
    {
        if (pairs.Count < 2 || pairs.Count + distractors.Count > MostPairs)
        {
            var most = MostPairs.ToString(CultureInfo.InvariantCulture);
            text.Report(KeyTexts.TooFewPairs, table.Span.Start, most);
        }

        if (distractors.Exists(extra => pairs.Exists(pair => pair.RightHtml == extra)))
        {
            text.Report(KeyTexts.DistractorIsRight, table.Span.Start);
        }
    }

    private static string Html(MarkupText text, Markdig.Syntax.Block cell) =>
        ItemHtml.Of(text, [.. (TableCell)cell]);
}
