namespace Lms.Web.Pdf;

/// <summary>The right panel of a certificate: how to verify it, the code, the address.</summary>
internal static class CertificatePanel
{
    private const double Gap = 8;

    public static void Draw(
        PdfPage page,
        StructureElement parent,
        CertificateSheetText text,
        bool[,] qr,
        CertificateStyles styles
    )
    {
        const double Left = CertificateFrame.PanelText;
        const double Side = CertificateFrame.Side;
        var link = LinkOf(text.VerifyAddress);
        var hint = TextBlock.Set(text.VerifyHint, styles.Hint, Side);
        var address = TextBlock.Set(Shown(text.VerifyAddress), styles.Address, Side);
        var addressTop = CertificateFrame.Bottom - address.Height;
        var qrTop = addressTop - Gap - Side;
        if (text.VerifyHint.Length > 0)
        {
            var hintTop = qrTop - Gap - hint.Height;
            page.Text(parent.Add(StructureRole.P), hint, Left, hintTop);
        }

        var framed = CertificateQr.WithQuietZone(qr);
        page.Rectangle(Left, qrTop, Side, Side, CertificateStyles.White);
        var figure = parent.Add(StructureRole.Figure, alternative: text.QrAlternative);
        var module = Side / framed.GetLength(0);
        page.Stencil(figure, framed, Left, qrTop, module, CertificateStyles.Ink);
        if (text.VerifyAddress.Length == 0)
        {
            return;
        }

        var paragraph = parent.Add(StructureRole.P);
        if (link is null)
        {
            page.Text(paragraph, address, Left, addressTop);
        }
        else
        {
            page.Link(paragraph, address, Left, addressTop, link);
        }
    }

    /// <summary>People type an address without its scheme, and the line is short.</summary>
    public static string Shown(string address) =>
        LinkOf(address) is { } link ? address[(link.Scheme.Length + "://".Length)..] : address;

    private static Uri? LinkOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? link
            : null;
}
