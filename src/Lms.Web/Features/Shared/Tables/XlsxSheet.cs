using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>One sheet of a workbook, written row by row as UTF-8.</summary>
internal sealed class XlsxSheet(Stream to) : IAsyncDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int Enough = 65_536;
    private const int Day = 2;
    private const int Head = 1;

    // Day 0 of a spreadsheet; right for every day from 1 March 1900 on.
    private static readonly int DayNought = new DateOnly(1899, 12, 30).DayNumber;
    private static readonly SearchValues<char> Special = SearchValues.Create([
        .. Enumerable.Range(0, ' ').Select(sign => (char)sign),
        '<',
        '>',
        '&',
        '"',
        '_',
        '\uFFFE',
        '\uFFFF',
        .. Enumerable.Range(0xD800, 0x800).Select(sign => (char)sign),
    ]);

    private readonly ArrayBufferWriter<byte> bytes = new(2 * Enough);
    private byte[][] columns = [];

    public int Rows { get; private set; }

    public bool IsFull => bytes.WrittenCount >= Enough;

    public void Begin(IReadOnlyList<int> widths, bool isTable)
    {
        columns = [.. widths.Select((_, at) => Encoding.ASCII.GetBytes(Letters(at)))];
        Add(
            $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="{Main}">"""
        );
        Add(
            isTable
                ? """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
                : ""
        );
        Add("<cols>");
        for (var at = 0; at < widths.Count; at++)
        {
            Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""<col min="{at + 1}" max="{at + 1}" width="{widths[at]}" customWidth="1"/>"""
                )
            );
        }

        Add("</cols><sheetData>");
    }

    /// <param name="values">Texts, whole numbers, decimals and days.</param>
    public void Row(ReadOnlySpan<object> values, bool isHead = false)
    {
        Rows++;
        Add("<row r=\""u8);
        Number(Rows);
        Add("\">"u8);
        for (var at = 0; at < values.Length; at++)
        {
            Add("<c r=\""u8);
            Add(columns[at]);
            Number(Rows);
            Cell(values[at], isHead);
        }

        Add("</row>"u8);
    }

    public async Task EndAsync(bool isTable, CancellationToken cancel)
    {
        Add("</sheetData>");
        Add(
            isTable
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"""<autoFilter ref="A1:{Letters(columns.Length - 1)}{Rows}"/>"""
                )
                : ""
        );
        Add("</worksheet>");
        await FlushAsync(cancel);
    }

    public async Task FlushAsync(CancellationToken cancel)
    {
        await to.WriteAsync(bytes.WrittenMemory, cancel);
        bytes.ResetWrittenCount();
    }

    public ValueTask DisposeAsync() => to.DisposeAsync();

    /// <summary>As it stands in the XML; what XML cannot hold as Excel writes it (ECMA-376, 22.9.2.19).</summary>
    public static string Escaped(string words)
    {
        if (!words.AsSpan().ContainsAny(Special))
        {
            return words;
        }

        var escaped = new StringBuilder(words.Length + 16);
        for (var at = 0; at < words.Length; at++)
        {
            var sign = words[at];
            escaped.Append(
                sign switch
                {
                    '<' => "&lt;",
                    '>' => "&gt;",
                    '&' => "&amp;",
                    '"' => "&quot;",
                    '_' when IsLikeEscape(words.AsSpan(at)) => "_x005F_",
                    '_' => "_",
                    _ when char.IsHighSurrogate(sign) && IsPair(words, at) => words[at..(++at + 1)],
                    _ when sign is < ' ' or '\uFFFE' or '\uFFFF' || char.IsSurrogate(sign) =>
                        string.Create(CultureInfo.InvariantCulture, $"_x{(int)sign:X4}_"),
                    _ => sign.ToString(),
                }
            );
        }

        return escaped.ToString();
    }

    private static bool IsPair(string words, int at) =>
        at + 1 < words.Length && char.IsLowSurrogate(words[at + 1]);

    private static bool IsLikeEscape(ReadOnlySpan<char> words) =>
        words is ['_', 'x', var a, var b, var c, var d, '_', ..]
        && char.IsAsciiHexDigit(a)
        && char.IsAsciiHexDigit(b)
        && char.IsAsciiHexDigit(c)
        && char.IsAsciiHexDigit(d);

    private void Cell(object value, bool isHead)
    {
        switch (value)
        {
            case int number:
                Add("\" t=\"n\"><v>"u8);
                Number(number);
                break;
            case decimal number:
                Add("\" t=\"n\"><v>"u8);
                Utf8Formatter.TryFormat(number, bytes.GetSpan(40), out var digits);
                bytes.Advance(digits);
                break;
            case DateOnly day:
                Add("\" s=\""u8);
                Number(Day);
                Add("\"><v>"u8);
                Number(day.DayNumber - DayNought);
                break;
            default:
                Add("\" t=\"str\" s=\""u8);
                Number(isHead ? Head : 0);
                Add("\"><v xml:space=\"preserve\">"u8);
                Add(Escaped((string)value));
                break;
        }

        Add("</v></c>"u8);
    }

    private void Number(int number)
    {
        Utf8Formatter.TryFormat(number, bytes.GetSpan(11), out var digits);
        bytes.Advance(digits);
    }

    private void Add(ReadOnlySpan<byte> some)
    {
        some.CopyTo(bytes.GetSpan(some.Length));
        bytes.Advance(some.Length);
    }

    private void Add(string words) => Encoding.UTF8.GetBytes(words, bytes);

    // A, B … Z, AA …
    private static string Letters(int at) =>
        at < 26 ? $"{(char)('A' + at)}" : Letters((at / 26) - 1) + (char)('A' + (at % 26));
}
