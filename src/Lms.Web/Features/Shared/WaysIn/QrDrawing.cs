using System.Globalization;
using System.Text;
using QRCoder;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>A QR code as one path, dark on white in every colour scheme, for a page that is printed.</summary>
public static class QrDrawing
{
    // ISO/IEC 18004, 9.1: four modules of white around; the generator's matrix has them.
    public static (int Size, string Path) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows.Count; column++)
            {
                if (rows[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return (rows.Count, path.ToString());
    }
}
