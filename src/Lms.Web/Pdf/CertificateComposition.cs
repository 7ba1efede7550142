namespace Lms.Web.Pdf;

/// <summary>
/// The words of a certificate set at one scale: the head runs down from the top, the signatory and
/// the note stand at the bottom, the facts and the outcomes share the room between.
/// </summary>
internal sealed class CertificateComposition
{
    private const double Width = CertificateFrame.Right - CertificateFrame.Left;
    private const double WideGap = 16;
    private const double HeadingGap = 20;
    private const double ColumnsGap = 16;
    private const double ColumnGap = 26;
    private const double FactsWidth = 294;
    private const double OutcomesLeft = CertificateFrame.Left + FactsWidth + ColumnGap;
    private const double OutcomesWidth = CertificateFrame.Right - OutcomesLeft;

    private readonly CertificateSheetText text;
    private readonly CertificateStyles styles;
    private readonly List<HeadLine> head = [];
    private readonly CertificateFacts facts;
    private readonly CertificateOutcomes outcomes;
    private readonly TextBlock signatory;
    private readonly TextBlock note;

    public CertificateComposition(CertificateSheetText text, double scale)
    {
        this.text = text;
        styles = new(scale);
        AddToHead(StructureRole.P, TextBlock.Set(text.Issuer, styles.Issuer, Width), 0);
        AddToHead(StructureRole.P, TextBlock.Set(text.IssuerDetail, styles.Detail, Width), 1);
        AddToHead(StructureRole.P, TextBlock.Set(text.Sample, styles.Sample, Width), 5);
        AddToHead(StructureRole.H1, Title(text.Heading, styles.Heading, 0.7), HeadingGap);
        AddToHead(StructureRole.P, TextBlock.Set(text.Subheading, styles.Subheading, Width), 0);
        AddToHead(
            StructureRole.P,
            Title(text.HolderName, styles.Holder, 0.7),
            WideGap,
            text.HolderLanguage
        );
        AddToHead(
            StructureRole.P,
            TextBlock.Set(text.OtherName, styles.OtherName, Width),
            0,
            text.OtherLanguage
        );
        AddToHead(StructureRole.P, TextBlock.Set(text.Statement, styles.Statement, Width), 5);
        AddToHead(
            StructureRole.H2,
            Title(text.CourseTitle, styles.Course, 0.84),
            3,
            text.CourseLanguage
        );
        facts = new(text, styles, FactsWidth);
        outcomes = new(text, styles, OutcomesWidth);
        signatory = TextBlock.Set(text.Signatory, styles.Signatory, FactsWidth);
        note = TextBlock.Set(text.Note, styles.Note, Width);
    }

    public bool FitsOnePage => Slack >= 0;

    private double HeadHeight => head.Sum(line => line.Before + line.Block.Height);

    /// <summary>The room left over when all is set tight.</summary>
    private double Slack =>
        ColumnsBottom
        - (CertificateFrame.Top + HeadHeight + styles.Space(ColumnsGap))
        - Math.Max(facts.Height, outcomes.Height);

    /// <summary>
    /// A short certificate breathes: the three wide gaps of the sheet grow alike.
    /// </summary>
    private double Air => Math.Clamp(Slack / 6, 0, 24);

    private double ColumnsTop =>
        CertificateFrame.Top
        + HeadHeight
        + styles.Space(ColumnsGap)
        + Air * (1 + head.Count(line => line.Before >= styles.Space(WideGap)));

    private double NoteTop => CertificateFrame.Bottom - (text.Note.Length > 0 ? note.Height : 0);

    private double SignatoryTop =>
        NoteTop - (text.Signatory.Length > 0 ? signatory.Height + styles.Space(8) : 0);

    /// <summary>Above the signatory there is room for a hand.</summary>
    private double ColumnsBottom => SignatoryTop - styles.Space(text.Signatory.Length > 0 ? 26 : 8);

    public void Draw(PdfDocument document, bool[,] qr)
    {
        var page = document.AddPage(CertificateFrame.Paper);
        CertificateFrame.DrawWithPanel(page);
        DrawHead(page, document.Structure);
        DrawColumns(page, document.Structure);
        DrawFoot(page, document.Structure);
        CertificatePanel.Draw(page, document.Structure, text, qr, styles);
        while (!facts.Done || !outcomes.Done)
        {
            DrawContinuation(document);
        }
    }

    /// <summary>Rather one more line than letters much smaller than meant.</summary>
    /// <param name="smallest">As a share of the size, from the second line on.</param>
    private static TextBlock Title(string text, TextStyle style, double smallest)
    {
        for (var lines = 1; ; lines++)
        {
            var size = style.Size * (lines == 1 ? 0.84 : smallest);
            var block = TextBlock.Fit(text, style, Width, lines, size);
            if (block.Lines.Count <= lines)
            {
                return block;
            }
        }
    }

    private void AddToHead(
        StructureRole role,
        TextBlock block,
        double before,
        string? language = null
    )
    {
        if (block.Lines.Any(line => line.Length > 0))
        {
            head.Add(new(role, block, styles.Space(before), language));
        }
    }

    private void DrawHead(PdfPage page, StructureElement parent)
    {
        var y = CertificateFrame.Top;
        foreach (var line in head)
        {
            y += line.Before + (line.Before >= styles.Space(WideGap) ? Air : 0);
            var element = parent.Add(line.Role, line.Language);
            page.Text(element, line.Block, CertificateFrame.Left, y);
            y += line.Block.Height;
        }
    }

    private void DrawColumns(PdfPage page, StructureElement parent)
    {
        const double Left = CertificateFrame.Left;
        var rule = ColumnsTop - styles.Space(4);
        page.Line(Left, rule, CertificateFrame.Right, rule, 0.9, CertificateStyles.Accent);
        facts.Draw(page, parent, Left, ColumnsTop, ColumnsBottom);
        outcomes.DrawFirst(page, parent, OutcomesLeft, ColumnsTop, ColumnsBottom);
    }

    private void DrawFoot(PdfPage page, StructureElement parent)
    {
        if (text.Signatory.Length > 0)
        {
            var (left, y) = (CertificateFrame.Left, SignatoryTop - 2);
            page.Line(left, y, left + FactsWidth, y, 0.6, CertificateStyles.Muted);
            page.Text(parent.Add(StructureRole.P), signatory, left, SignatoryTop);
        }

        if (text.Note.Length > 0)
        {
            page.Text(parent.Add(StructureRole.P), note, CertificateFrame.Left, NoteTop);
        }
    }

    private void DrawContinuation(PdfDocument document)
    {
        var page = document.AddPage(CertificateFrame.Paper);
        CertificateFrame.Draw(page);
        var (left, top) = (CertificateFrame.Left, CertificateFrame.Top);
        // Of texts that stand on the first page: whoever compares the sheet finds nothing new here.
        var title = string.Join(
            ' ',
            [text.Heading, .. text.Facts.Take(1).Select(fact => fact.Text)]
        );
        var running = TextBlock.Set(title, styles.Detail, Width);
        page.Text(null, running, left, top);
        top += running.Height + styles.Space(WideGap);
        var listLeft = facts.Done ? left : OutcomesLeft;
        facts.Draw(page, document.Structure, left, top, CertificateFrame.Bottom, true);
        outcomes.DrawContinued(page, document.Structure, listLeft, top, CertificateFrame.Bottom);
    }

    private sealed record HeadLine(
        StructureRole Role,
        TextBlock Block,
        double Before,
        string? Language
    );
}
