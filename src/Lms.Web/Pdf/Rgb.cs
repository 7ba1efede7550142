namespace Lms.Web.Pdf;

/// <summary>A colour in sRGB, written as in CSS: <c>new Rgb(0x1F5F66)</c>.</summary>
public readonly record struct Rgb(int Hex)
{
    /// <summary>The operands of the operators rg and RG.</summary>
    internal string Operands => $"{Part(16)} {Part(8)} {Part(0)}";

    private string Part(int shift) => PdfSyntax.Number(((Hex >> shift) & 0xFF) / 255.0);
}
