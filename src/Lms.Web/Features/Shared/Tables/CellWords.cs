using System.Globalization;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>Values as people read them, and as programs do.</summary>
public static class CellWords
{
    // What a spreadsheet may take for the beginning of a formula (CWE-1236), the wide forms too.
    private const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>What is not known says so: an empty place would look like none.</summary>
    public static string Of(Texts texts, ReportCell cell) =>
        cell.Value switch
        {
            null => texts["shared.table.missing"],
            DateOnly day => texts.Day(day),
            decimal number => texts.Number(number),
            int number => number.ToString(texts.Culture),
            var other => other.ToString() ?? "",
        };

    /// <summary>A number or a day as it is, for programs; the rest in words.</summary>
    public static object Typed(Texts texts, ReportCell cell) =>
        cell.Value switch
        {
            // 5.0 and 5 are one number to people: the scale of a decimal is no part of it.
            decimal number => number / 1.0000000000000000000000000000m,
            int or DateOnly => cell.Value,
            _ => Of(texts, cell),
        };

    /// <summary>Text that no spreadsheet runs: a formula gets an apostrophe before it.</summary>
    public static string Neutral(string text)
    {
        var start = text.AsSpan().TrimStart(" \u00a0\ufeff");
        return
            (text.Length > 0 && Formula.Contains(text[0]))
            || (!start.IsEmpty && Formula.Contains(start[0]))
            ? $"'{text}"
            : text;
    }

    public static int Compare(Texts texts, ReportCell one, ReportCell other) =>
        (one.Order ?? one.Value, other.Order ?? other.Value) switch
        {
            (null, null) => 0,
            (null, _) => 1,
            (_, null) => -1,
            (string a, string b) => texts.Culture.CompareInfo.Compare(
                a,
                b,
                CompareOptions.IgnoreCase
            ),
            (IComparable a, { } b) => a.CompareTo(b),
            _ => 0,
        };
}
