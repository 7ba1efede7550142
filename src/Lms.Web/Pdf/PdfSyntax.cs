using System.Globalization;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>How values are spelled in a PDF file (ISO 32000-1, 7.3).</summary>
internal static class PdfSyntax
{
    /// <summary>A real number; a thousandth of a point is finer than any printer.</summary>
    public static string Number(double value) =>
        value.ToString("0.###", CultureInfo.InvariantCulture) is var digits and not "-0"
            ? digits
            : "0";

    public static string Reference(int number) => $"{Digits(number)} 0 R";

    public static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text string in UTF-16BE with its byte order mark (7.9.2.2).</summary>
    public static string Text(string value) =>
        $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(value))}>";

    /// <summary>A string of ASCII characters: a language tag or an escaped address.</summary>
    public static string Ascii(string value) =>
        $"({value.Replace(@"\", @"\\").Replace("(", @"\(").Replace(")", @"\)")})";

    public static string Rectangle(double left, double bottom, double right, double top) =>
        $"[{Number(left)} {Number(bottom)} {Number(right)} {Number(top)}]";

    public static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);
}
