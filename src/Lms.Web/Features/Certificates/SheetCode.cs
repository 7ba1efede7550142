using Lms.Web.Features.Shared;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Certificates;

/// <summary>Whether the square code of a sheet is the one that its signed text makes.</summary>
internal static class SheetCode
{
    /// <param name="visible">Holds the printed address, which the code begins with.</param>
    public static bool Is(byte[] bits, string visible, string code, string jws)
    {
        var path = $"/verify/{Uri.EscapeDataString(code)}";
        var end = visible.IndexOf(path, StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        // The host is printed after words and white space; every place it may begin at is tried.
        for (var start = end - 1; start >= 0 && IsOfHost(visible[start]); start--)
        {
            var host = visible[start..end];
            if (IsOf("https", host) || IsOf("http", host))
            {
                return true;
            }
        }

        return false;

        bool IsOf(string scheme, string host) =>
            Uri.TryCreate($"{scheme}://{host}{path}", UriKind.Absolute, out var address)
            && PdfPage
                .BitsOf(CertificateQr.WithQuietZone(VerifyCode.Matrix(address, jws)))
                .AsSpan()
                .SequenceEqual(bits);
    }

    /// <summary>Where the printed address may lead: it is printed without its scheme.</summary>
    public static IEnumerable<Uri> AddressesOf(IReadOnlyList<PrintedText> texts) =>
        texts
            .Where(one => one.Field == "address")
            .SelectMany(one => new[] { $"https://{one.Text}", $"http://{one.Text}" })
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var address) ? address : null)
            .OfType<Uri>();

    private static bool IsOfHost(char letter) =>
        char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or ':';
}
