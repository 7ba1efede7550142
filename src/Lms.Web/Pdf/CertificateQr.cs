namespace Lms.Web.Pdf;

/// <summary>
/// The code of a certificate with the margin that readers need, whatever it came with.
/// </summary>
internal static class CertificateQr
{
    /// <summary>Four light modules on each side (ISO/IEC 18004, 6.3.8).</summary>
    private const int QuietZone = 4;

    public static bool[,] WithQuietZone(bool[,] qr)
    {
        var (top, left, bottom, right) = DarkBox(qr);
        var side = Math.Max(bottom - top, right - left) + 1;
        var framed = new bool[side + 2 * QuietZone, side + 2 * QuietZone];
        for (var row = top; row <= bottom; row++)
        {
            for (var column = left; column <= right; column++)
            {
                framed[row - top + QuietZone, column - left + QuietZone] = qr[row, column];
            }
        }

        return framed;
    }

    private static (int Top, int Left, int Bottom, int Right) DarkBox(bool[,] qr)
    {
        var box = (Top: int.MaxValue, Left: int.MaxValue, Bottom: -1, Right: -1);
        for (var row = 0; row < qr.GetLength(0); row++)
        {
            for (var column = 0; column < qr.GetLength(1); column++)
            {
                if (qr[row, column])
                {
                    box.Top = Math.Min(box.Top, row);
                    box.Left = Math.Min(box.Left, column);
                    box.Bottom = Math.Max(box.Bottom, row);
                    box.Right = Math.Max(box.Right, column);
                }
            }
        }

        return box.Bottom < 0 ? (0, 0, -1, -1) : box;
    }
}
