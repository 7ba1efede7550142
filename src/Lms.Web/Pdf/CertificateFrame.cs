namespace Lms.Web.Pdf;

/// <summary>What is drawn behind the words of a certificate: all of it decoration.</summary>
internal static class CertificateFrame
{
    public static readonly PageFormat Paper = PageFormat.A4Landscape;

    /// <summary>The text of the sheet stands between these, in points from the top left.</summary>
    public const double Left = 56;
    public const double Right = 618;
    public const double Top = 50;
    public const double Bottom = 549;

    /// <summary>
    /// 48 mm: a code of some 1000 bytes has modules of 0.4 mm, which phones read.
    /// </summary>
    public const double Side = 48 / 25.4 * 72;
    public const double PanelLeft = 646;
    public const double PanelText = PanelLeft + (PanelWidth - Side) / 2;

    private const double Inset = 20;
    private const double PanelWidth = 841.89 - Inset - PanelLeft;

    public static void DrawWithPanel(PdfPage page)
    {
        var height = Paper.Height - 2 * Inset;
        page.Rectangle(PanelLeft, Inset, PanelWidth, height, CertificateStyles.Tint);
        var ornament = Ornament();
        var module = Side / ornament.GetLength(1);
        page.Modules(null, ornament, PanelText, Top, module, CertificateStyles.Thread);
        Draw(page);
    }

    public static void Draw(PdfPage page) =>
        page.Frame(
            Inset,
            Inset,
            Paper.Width - 2 * Inset,
            Paper.Height - 2 * Inset,
            0.9,
            CertificateStyles.Accent
        );

    /// <summary>Rhombs within rhombs, as in cross-stitch.</summary>
    private static bool[,] Ornament()
    {
        const int Tile = 20;
        var stitches = new bool[2 * Tile + 1, 2 * Tile + 1];
        for (var row = 0; row <= 2 * Tile; row++)
        {
            for (var column = 0; column <= 2 * Tile; column++)
            {
                var across = Math.Abs(column % Tile - Tile / 2);
                var down = Math.Abs(row % Tile - Tile / 2);
                var ring = across + down;
                stitches[row, column] = ring is 0 or 1 or 5 or 6 or 10 or 14 or >= 18;
            }
        }

        return stitches;
    }
}
