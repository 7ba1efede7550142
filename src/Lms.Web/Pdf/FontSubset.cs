using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lms.Web.Pdf;

/// <summary>
/// The part of a font that one document uses. Characters, not glyphs, are numbered, in the order
/// of use: two characters with one picture stay two in the extracted text, and a character the
/// font lacks is drawn as the empty box yet still extracts.
/// </summary>
internal sealed class FontSubset(TrueTypeFont font)
{
    private readonly List<int> characters = [0];
    private readonly Dictionary<int, int> numbers = [];

    public TrueTypeFont Font => font;

    /// <summary>The codes of a text as a hexadecimal string for the operator Tj.</summary>
    public string Encode(string text)
    {
        var codes = new StringBuilder("<");
        foreach (var rune in text.EnumerateRunes())
        {
            codes.Append(NumberOf(rune.Value).ToString("X4", CultureInfo.InvariantCulture));
        }

        return codes.Append('>').ToString();
    }

    public int WriteTo(PdfObjects objects)
    {
        var program = FontProgram.Build(font, [.. characters.Select(font.GlyphOf)]);
        var embedded = objects.AddStream(program, $"/Length1 {PdfSyntax.Digits(program.Length)}");
        var toUnicode = objects.AddStream(Encoding.ASCII.GetBytes(ToUnicode()));
        var name = $"/{Tag()}+{font.Name}";
        var box = string.Join(' ', font.Box.Select(Thousandths));
        var descriptor = objects.Add(
            $"<< /Type /FontDescriptor /FontName {name} /Flags 4 /FontBBox [{box}] /ItalicAngle 0"
                + $" /Ascent {Thousandths(font.Ascent)} /Descent {Thousandths(font.Descent)}"
                + $" /CapHeight {Thousandths(font.CapHeight)}"
                + $" /StemV {(font.Weight < 600 ? 80 : 140)}"
                + $" /FontFile2 {PdfSyntax.Reference(embedded)} >>"
        );
        var widths = characters.Select(c => Thousandths(font.AdvanceOf(font.GlyphOf(c))));
        var descendant = objects.Add(
            $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont {name} /CIDToGIDMap /Identity"
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + $" /FontDescriptor {PdfSyntax.Reference(descriptor)}"
                + $" /W [0 [{string.Join(' ', widths)}]] >>"
        );
        return objects.Add(
            $"<< /Type /Font /Subtype /Type0 /BaseFont {name} /Encoding /Identity-H"
                + $" /DescendantFonts [{PdfSyntax.Reference(descendant)}]"
                + $" /ToUnicode {PdfSyntax.Reference(toUnicode)} >>"
        );
    }

    private int NumberOf(int character)
    {
        if (!numbers.TryGetValue(character, out var number))
        {
            number = characters.Count;
            numbers.Add(character, number);
            characters.Add(character);
        }

        return number;
    }

    private string Thousandths(int units) => PdfSyntax.Number(units * 1000.0 / font.UnitsPerEm);

    /// <summary>Six letters that tell two subsets of a font apart (ISO 32000-1, 9.6.4).</summary>
    private string Tag()
    {
        var used = SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(' ', characters)));
        return string.Concat(used.Take(6).Select(b => (char)('A' + b % 26)));
    }

    /// <summary>From codes back to characters, at most 100 in a block (9.10.3).</summary>
    private string ToUnicode()
    {
        var map = new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange

            """
        );
        foreach (var block in characters.Select((c, number) => (c, number)).Skip(1).Chunk(100))
        {
            map.Append(CultureInfo.InvariantCulture, $"{block.Length} beginbfchar\n");
            foreach (var (character, number) in block)
            {
                var text = Encoding.BigEndianUnicode.GetBytes(char.ConvertFromUtf32(character));
                map.Append(
                    CultureInfo.InvariantCulture,
                    $"<{number:X4}> <{Convert.ToHexString(text)}>\n"
                );
            }

            map.Append("endbfchar\n");
        }

        return map.Append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
            .ToString();
    }
}
