namespace Lms.Web.Pdf;

/// <summary>The facts of a certificate: a table whose first column heads the rows.</summary>
internal sealed class CertificateFacts
{
    private const double LabelShare = 0.385;
    private const double CellGap = 10;

    private readonly double width;
    private readonly double padding;
    private readonly RowFlow<(TextBlock Label, TextBlock Text)> rows;
    private StructureElement? table;

    public CertificateFacts(CertificateSheetText text, CertificateStyles styles, double width)
    {
        this.width = width;
        padding = styles.Space(2.2);
        var label = width * LabelShare;
        rows = new(
            [
                .. text.Facts.Select(fact =>
                    (
                        TextBlock.Set(fact.Label, styles.Label, label - CellGap),
                        TextBlock.Set(fact.Text, styles.Body, width - label)
                    )
                ),
            ],
            row => Math.Max(row.Label.Height, row.Text.Height) + 2 * padding
        );
    }

    public double Height => rows.Height;

    public bool Done => rows.Done;

    public void Draw(
        PdfPage page,
        StructureElement parent,
        double x,
        double top,
        double bottom,
        bool atLeastOne = false
    ) =>
        rows.Draw(
            top,
            bottom,
            atLeastOne,
            (row, y) =>
            {
                table ??= parent.Add(StructureRole.Table);
                if (y > top)
                {
                    page.Line(x, y, x + width, y, 0.5, CertificateStyles.Hairline);
                }

                var tr = table.Add(StructureRole.TR);
                var th = tr.Add(StructureRole.TH, scope: HeaderScope.Row);
                page.Text(th, row.Label, x, y + padding);
                var text = x + width * LabelShare;
                page.Text(tr.Add(StructureRole.TD), row.Text, text, y + padding);
            }
        );
}
