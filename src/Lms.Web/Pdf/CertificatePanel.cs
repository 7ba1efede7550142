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
        var shown = link is null ? text.VerifyAddress : text.VerifyAddress[SchemeLength(link)..];
        var hint = TextBlock.Set(text.VerifyHint, styles.Hint, Side);
        var address = TextBlock.Set(shown, styles.Address, Side);
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
        page.Modules(figure, framed, Left, qrTop, module, CertificateStyles.Ink);
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

    private static Uri? LinkOf(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? link
            : null;

    /// <summary>People type an address without it, and the line is short.</summary>
    private static int SchemeLength(Uri link) => link.Scheme.Length + "://".Length;
}
