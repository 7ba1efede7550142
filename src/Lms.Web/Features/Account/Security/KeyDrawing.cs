using System.Globalization;
using System.Text;
using QRCoder;

namespace Lms.Web.Features.Account.Security;

/// <summary>The QR code for an authenticator app as one path, dark on white in every colour scheme.</summary>
public static class KeyDrawing
{
    public static (int Size, string Path) Of(string text)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var row = 0; row < code.ModuleMatrix.Count; row++)
        {
            for (var column = 0; column < code.ModuleMatrix.Count; column++)
            {
                if (code.ModuleMatrix[row][column])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{column} {row}h1v1h-1z");
                }
            }
        }

        return (code.ModuleMatrix.Count, path.ToString());
    }
}
