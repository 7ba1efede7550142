namespace Lms.Web.Pdf;

/// <summary>What the holder can do now: a list, under a heading where there is one.</summary>
internal sealed class CertificateOutcomes
{
    private const double Indent = 12;

    private readonly double padding;
    private readonly string? language;
    private readonly TextBlock? heading;
    private readonly TextBlock bullet;
    private readonly RowFlow<TextBlock> items;
    private StructureElement? list;

    public CertificateOutcomes(CertificateSheetText text, CertificateStyles styles, double width)
    {
        padding = styles.Space(2.2);
        language = text.CourseLanguage;
        bullet = TextBlock.Set("•", styles.Body with { Color = CertificateStyles.Accent }, Indent);
        if (text.OutcomesHeading.Length > 0 && text.Outcomes.Count > 0)
        {
            heading = TextBlock.Set(text.OutcomesHeading, styles.OutcomesHeading, width);
        }

        items = new(
            [.. text.Outcomes.Select(item => TextBlock.Set(item, styles.Body, width - Indent))],
            item => item.Height + 2 * padding
        );
    }

    public double Height => HeadingHeight + items.Height;

    public bool Done => items.Done;

    private double HeadingHeight => heading is null ? 0 : heading.Height + 2 * padding;

    public void DrawFirst(
        PdfPage page,
        StructureElement parent,
        double x,
        double top,
        double bottom
    )
    {
        if (heading is not null)
        {
            page.Text(parent.Add(StructureRole.H2), heading, x, top + padding);
        }

        DrawItems(page, parent, x, top + HeadingHeight, bottom, atLeastOne: false);
    }

    /// <summary>
    /// On another page the heading is there for the eye only: it was read before.
    /// </summary>
    public void DrawContinued(
        PdfPage page,
        StructureElement parent,
        double x,
        double top,
        double bottom
    )
    {
        if (heading is not null && !Done)
        {
            page.Text(null, heading, x, top + padding);
        }

        DrawItems(page, parent, x, top + HeadingHeight, bottom, atLeastOne: true);
    }

    private void DrawItems(
        PdfPage page,
        StructureElement parent,
        double x,
        double top,
        double bottom,
        bool atLeastOne
    ) =>
        items.Draw(
            top,
            bottom,
            atLeastOne,
            (item, y) =>
            {
                list ??= parent.Add(StructureRole.L, language);
                var li = list.Add(StructureRole.LI);
                page.Text(li.Add(StructureRole.Lbl), bullet, x, y + padding);
                page.Text(li.Add(StructureRole.LBody), item, x + Indent, y + padding);
            }
        );
}
