using System.Text;

namespace Lms.Web.Pdf;

/// <summary>A paper size in points (1/72 inch).</summary>
public sealed record PageFormat(double Width, double Height)
{
    public static PageFormat A4Portrait { get; } = new(595.28, 841.89);

    public static PageFormat A4Landscape { get; } = new(841.89, 595.28);
}

/// <summary>
/// A page drawn from its top left corner, in points. What is drawn for an element is content; what
/// is drawn without one is decoration, an artifact that assistive technology passes over.
/// </summary>
public sealed class PdfPage
{
    private readonly StringBuilder content = new();
    private readonly Func<TrueTypeFont, (string Name, FontSubset Subset)> fontOf;

    internal PdfPage(PageFormat format, Func<TrueTypeFont, (string Name, FontSubset Subset)> fontOf)
    {
        Format = format;
        this.fontOf = fontOf;
    }

    public PageFormat Format { get; }

    internal int Number { get; set; }

    /// <summary>The owners of the marked sequences, in the order of their marks.</summary>
    internal List<StructureElement> Marked { get; } = [];

    internal List<LinkArea> Links { get; } = [];

    internal byte[] Content => Encoding.ASCII.GetBytes(content.ToString());

    public void Text(StructureElement? element, TextBlock block, double x, double y)
    {
        Begin(element);
        var (name, subset) = fontOf(block.Style.Font);
        Write(
            $"BT /{name} {PdfSyntax.Number(block.Style.Size)} Tf"
                + $" {PdfSyntax.Number(block.Style.Tracking)} Tc {block.Style.Color.Operands} rg\n"
        );
        var baseline = Format.Height - y - block.Style.Baseline;
        foreach (var line in block.Lines)
        {
            var start = PdfSyntax.Number(x + block.StartOf(line));
            Write($"1 0 0 1 {start} {PdfSyntax.Number(baseline)} Tm ");
            Write($"{subset.Encode(line)} Tj\n");
            baseline -= block.Style.LineHeight;
        }

        Write("ET\nEMC\n");
    }

    /// <summary>Draws a text that opens an address, and tags both as one Link.</summary>
    public void Link(StructureElement parent, TextBlock block, double x, double y, Uri address)
    {
        var element = parent.Add(StructureRole.Link);
        Text(element, block, x, y);
        var left = x + block.Lines.Min(block.StartOf);
        var box = Box(left, y, block.InkWidth, block.Height);
        var contents = string.Concat(block.Lines).TrimEnd();
        var link = new LinkArea(this, element, box, address, contents);
        Links.Add(link);
        element.Kids.Add(link);
    }

    /// <summary>
    /// Draws a matrix of square modules, [row, column], true for dark, in one path: runs of a row
    /// are one rectangle, and no seams show between rows.
    /// </summary>
    public void Modules(
        StructureElement? element,
        bool[,] modules,
        double x,
        double y,
        double module,
        Rgb color
    )
    {
        var (rows, columns) = (modules.GetLength(0), modules.GetLength(1));
        if (element is not null)
        {
            element.Box = Box(x, y, columns * module, rows * module);
        }

        Begin(element);
        var scale = PdfSyntax.Number(module);
        var origin = $"{PdfSyntax.Number(x)} {PdfSyntax.Number(Format.Height - y)}";
        Write($"q {color.Operands} rg {scale} 0 0 -{scale} {origin} cm\n");
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var start = column;
                while (column < columns && modules[row, column])
                {
                    column++;
                }

                if (column > start)
                {
                    content.Append(start).Append(' ').Append(row).Append(' ');
                    content.Append(column - start).Append(" 1 re\n");
                }
            }
        }

        Write("f Q\nEMC\n");
    }

    /// <summary>
    /// Draws a matrix as a stencil of one bit to a module, [row, column], true for dark: a tenth of
    /// the bytes of <see cref="Modules"/> where the matrix has no order (ISO 32000-1, 8.9.6.2).
    /// </summary>
    public void Stencil(
        StructureElement element,
        bool[,] modules,
        double x,
        double y,
        double module,
        Rgb color
    )
    {
        var (rows, columns) = (modules.GetLength(0), modules.GetLength(1));
        var (width, height) = (columns * module, rows * module);
        element.Box = Box(x, y, width, height);
        Begin(element);
        var (across, down) = (PdfSyntax.Number(width), PdfSyntax.Number(height));
        Write($"q {color.Operands} rg {across} 0 0 {down} {Point(x, y + height)} cm\n");
        Write($"BI /W {PdfSyntax.Digits(columns)} /H {PdfSyntax.Digits(rows)}");
        Write($" /IM true /BPC 1 /F /AHx ID\n{Convert.ToHexString(BitsOf(modules))}>\nEI Q\nEMC\n");
    }

    public void Rectangle(double x, double y, double width, double height, Rgb color) =>
        Decorate($"{color.Operands} rg {Corner(x, y, width, height)} re f");

    public void Frame(double x, double y, double width, double height, double pen, Rgb color) =>
        Decorate(
            $"{PdfSyntax.Number(pen)} w {color.Operands} RG {Corner(x, y, width, height)} re S"
        );

    public void Line(double fromX, double fromY, double toX, double toY, double pen, Rgb color) =>
        Decorate(
            $"{PdfSyntax.Number(pen)} w {color.Operands} RG {Point(fromX, fromY)} m"
                + $" {Point(toX, toY)} l S"
        );

    /// <summary>Rows of whole bytes; a bit of 0 is painted.</summary>
    internal static byte[] BitsOf(bool[,] modules)
    {
        var (rows, columns) = (modules.GetLength(0), modules.GetLength(1));
        var width = (columns + 7) / 8;
        var bits = new byte[rows * width];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                if (!modules[row, column])
                {
                    bits[row * width + column / 8] |= (byte)(0x80 >> column % 8);
                }
            }
        }

        return bits;
    }

    private void Decorate(string operators) => Write($"/Artifact BMC q {operators} Q EMC\n");

    private void Write(string operators) => content.Append(operators);

    private void Begin(StructureElement? element)
    {
        if (element is null)
        {
            Write("/Artifact BMC\n");
            return;
        }

        element.Kids.Add(new MarkedContent(this, Marked.Count));
        Write($"/{element.Role} << /MCID {PdfSyntax.Digits(Marked.Count)} >> BDC\n");
        Marked.Add(element);
    }

    private string Box(double x, double y, double width, double height) =>
        PdfSyntax.Rectangle(x, Format.Height - y - height, x + width, Format.Height - y);

    private string Point(double x, double y) =>
        $"{PdfSyntax.Number(x)} {PdfSyntax.Number(Format.Height - y)}";

    private string Corner(double x, double y, double width, double height) =>
        $"{Point(x, y + height)} {PdfSyntax.Number(width)} {PdfSyntax.Number(height)}";
}
