namespace Lms.Web.Pdf;

public enum TextAlignment
{
    Left,
    Center,
}

/// <summary>A text set in lines and ready to be placed; widths and heights in points.</summary>
public sealed record TextBlock(
    IReadOnlyList<string> Lines,
    TextStyle Style,
    double Width,
    TextAlignment Alignment = TextAlignment.Left
)
{
    public double Height => Lines.Count * Style.LineHeight;

    /// <summary>The widest line.</summary>
    public double InkWidth => Lines.Max(line => Style.WidthOf(line.AsSpan().TrimEnd(' ')));

    public static TextBlock Set(
        string text,
        TextStyle style,
        double width,
        TextAlignment alignment = TextAlignment.Left
    ) => new(TextLayout.Wrap(text, style, width), style, width, alignment);

    /// <summary>
    /// Sets a name or a title in even lines, as large as lets it keep to the lines wanted; at the
    /// smallest size it takes the lines it needs.
    /// </summary>
    public static TextBlock Fit(
        string text,
        TextStyle style,
        double width,
        int lines,
        double smallest
    )
    {
        while (style.Size > smallest && TextLayout.Wrap(text, style, width).Count > lines)
        {
            style = style with { Size = Math.Max(smallest, style.Size - 1) };
        }

        return new(TextLayout.Balance(text, style, width), style, width);
    }

    internal double StartOf(string line) =>
        Alignment == TextAlignment.Left
            ? 0
            : (Width - Style.WidthOf(line.AsSpan().TrimEnd(' '))) / 2;
}
