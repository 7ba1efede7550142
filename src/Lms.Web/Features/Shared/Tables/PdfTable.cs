using Lms.Web.Pdf;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>A table as a tagged PDF: each page says whose copy it is.</summary>
internal sealed class PdfTable
{
    /// <summary>More rows than anyone reads on paper.</summary>
    public const int MostRows = 2_000;

    private const double Margin = 36;
    private const double Padding = 4;
    private const double FootHeight = 24;
    private const int LongestPart = 24;
    private static readonly PageFormat Paper = PageFormat.A4Landscape;
    private static readonly double Width = Paper.Width - (2 * Margin);
    private static readonly double Bottom = Paper.Height - Margin - FootHeight;

    private static readonly Rgb Ink = new(0x16262A);
    private static readonly Rgb Muted = new(0x4A5C60);
    private static readonly Rgb Hairline = new(0xC3D5D6);
    private static readonly TextStyle Title = new(NotoSans.Bold, 15, Ink, 1.3);
    private static readonly TextStyle Note = new(NotoSans.Regular, 8, Muted, 1.4);
    private static readonly TextStyle Head = new(NotoSans.Bold, 8, Ink, 1.35);
    private static readonly TextStyle Body = new(NotoSans.Regular, 8, Ink, 1.35);

    private readonly PdfDocument document;
    private readonly IReadOnlyList<string> marks;
    private PdfPage page = null!;
    private double top;
    private int pages;

    private PdfTable(PdfDocument document, IReadOnlyList<string> marks)
    {
        this.document = document;
        this.marks = marks;
        NewPage();
    }

    /// <summary>The tables under one title, in their order, then the notes of all.</summary>
    /// <param name="marks">At the foot of each page.</param>
    public static byte[] Of(
        PdfDescription about,
        IReadOnlyList<(ReportTable Table, IReadOnlyList<ReportCell[]> Rows)> tables,
        IReadOnlyList<string> notes,
        IReadOnlyList<string> marks,
        Texts texts
    )
    {
        var pdf = new PdfTable(new PdfDocument(about), marks);
        pdf.Paragraph(StructureRole.H1, about.Title, Title);
        foreach (var (table, rows) in tables)
        {
            if (tables.Count > 1 || table.Title != about.Title)
            {
                pdf.top += Padding * 2;
                pdf.Paragraph(StructureRole.H2, table.Title, Title with { Size = 11 });
            }

            foreach (var note in table.Notes)
            {
                pdf.Paragraph(StructureRole.P, note, Note);
            }

            pdf.Rows(table, rows, texts);
        }

        pdf.top += Padding * 2;
        foreach (var note in notes.Concat(marks))
        {
            pdf.Paragraph(StructureRole.P, note, Note);
        }

        return pdf.document.ToBytes();
    }

    private void Paragraph(StructureRole role, string text, TextStyle style)
    {
        if (text.Length == 0)
        {
            return;
        }

        var block = TextBlock.Set(text, style, Width);
        Need(block.Height);
        page.Text(document.Structure.Add(role), block, Margin, top);
        top += block.Height + 2;
    }

    private void Rows(ReportTable table, IReadOnlyList<ReportCell[]> rows, Texts texts)
    {
        string[] head = [.. table.Columns.Select(column => column.Words)];
        List<string[]> lines =
        [
            .. rows.Select(row => row.Select(cell => CellWords.Of(texts, cell)).ToArray()),
        ];
        var widths = Widths(head, lines);
        var element = document.Structure.Add(StructureRole.Table);
        var heads = Blocks(head, widths, Head);
        var first = Blocks(lines.FirstOrDefault() ?? [], widths, Body);
        Need(Height(heads) + Height(first));
        Draw(element.Add(StructureRole.TR), heads, widths, isHead: true);
        foreach (var line in lines)
        {
            var blocks = Blocks(line, widths, Body);
            if (top + Height(blocks) > Bottom)
            {
                NewPage();
                // For the eye alone: it was read before.
                Draw(null, heads, widths, isHead: true);
            }

            Draw(element.Add(StructureRole.TR), blocks, widths, isHead: false);
        }
    }

    private void Draw(StructureElement? row, TextBlock[] blocks, double[] widths, bool isHead)
    {
        var (x, height) = (Margin, Height(blocks));
        for (var at = 0; at < blocks.Length; at++)
        {
            var cell = row?.Add(
                isHead || at == 0 ? StructureRole.TH : StructureRole.TD,
                scope: isHead ? HeaderScope.Column
                    : at == 0 ? HeaderScope.Row
                    : null
            );
            page.Text(cell, blocks[at], x, top + Padding);
            x += widths[at];
        }

        top += height;
        page.Line(Margin, top, Margin + Width, top, isHead ? 0.9 : 0.4, isHead ? Muted : Hairline);
    }

    private static TextBlock[] Blocks(string[] line, double[] widths, TextStyle style) =>
        [.. line.Select((text, at) => TextBlock.Set(text, style, widths[at] - Padding))];

    private static double Height(TextBlock[] blocks) =>
        blocks.Length == 0 ? 0 : blocks.Max(block => block.Height) + (2 * Padding);

    // By what stands in them, none so narrow that its words fall to letters.
    private static double[] Widths(string[] head, List<string[]> lines)
    {
        var wished = head.Select(
                (words, at) =>
                    Math.Clamp(
                        lines.Select(line => (double)line[at].Length).Append(words.Length).Max(),
                        6,
                        40
                    )
            )
            .ToArray();
        var least = head.Select(
                (words, at) =>
                    lines
                        .Select(line => LongestWord(line[at], Body))
                        .Append(LongestWord(words, Head))
                        .Max() + Padding
            )
            .ToArray();
        var free = Width - least.Sum();
        return
        [
            .. wished.Select(
                (width, at) =>
                    free < 0
                        ? width * Width / wished.Sum()
                        : least[at] + (width * free / wished.Sum())
            ),
        ];
    }

    // What is longer than any word (an address, a hash) may be parted.
    private static double LongestWord(string words, TextStyle style) =>
        words
            .Split(' ')
            .Select(word => style.WidthOf(word.AsSpan(0, Math.Min(word.Length, LongestPart))))
            .Max();

    private void Need(double height)
    {
        if (top + height > Bottom)
        {
            NewPage();
        }
    }

    private void NewPage()
    {
        page = document.AddPage(Paper);
        pages++;
        top = Margin;
        var foot = TextBlock.Set(
            $"{string.Join(" · ", marks)} · {pages}",
            Note with
            {
                Size = 7,
            },
            Width
        );
        page.Text(null, foot, Margin, Paper.Height - Margin - FootHeight + 6);
    }
}
