using QRCoder;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The square code of a certificate: the address of its public check, with the signed payload as the
/// fragment, which a browser never sends to a server.
/// </summary>
public static class VerifyCode
{
    public static Uri Address(SiteSettings site, string code) =>
        new(site.Uri, $"/verify/{Uri.EscapeDataString(code)}");

    public static bool[,] Matrix(Uri address, string jws)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(
            $"{address.AbsoluteUri}#{jws}",
            QRCodeGenerator.ECCLevel.L
        );
        var rows = code.ModuleMatrix;
        var matrix = new bool[rows.Count, rows.Count];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                matrix[row, column] = rows[row][column];
            }
        }

        return matrix;
    }
}
