using System.Security;
using System.Xml;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>What a workbook needs around its sheets.</summary>
internal static class XlsxParts
{
    public const string SheetHead =
        """<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">""";

    private const string Types =
        """<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""";

    private const string Root =
        """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""";

    private const string Sheets =
        """<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""";

    // Plain, a bold head, a day, a text that wraps.
    private const string Styles =
        """<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>""";

    // ECMA-376, 18.2.19: at most 31 characters, and none of these.
    private const string NotInNames = "[]:*?/\\'";
    private const int LongestName = 31;

    public static IEnumerable<(string Name, string Content)> Around(string title, string about) =>
        [
            ("[Content_Types].xml", Types),
            ("_rels/.rels", Root),
            ("xl/_rels/workbook.xml.rels", Sheets),
            ("xl/styles.xml", Styles),
            ("xl/workbook.xml", Workbook(NameOf(title, "1"), NameOf(about, "2"))),
        ];

    /// <summary>What XML 1.0 allows; the rest becomes a space.</summary>
    public static string Allowed(string text) =>
        text.All(XmlConvert.IsXmlChar)
            ? text
            : string.Concat(
                text.EnumerateRunes()
                    .Select(rune =>
                        rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)
                            ? " "
                            : rune.ToString()
                    )
            );

    private static string Workbook(string first, string second) =>
        $"""<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="{first}" sheetId="1" r:id="rId1"/><sheet name="{(second == first ? $"{second} 2" : second)}" sheetId="2" r:id="rId2"/></sheets></workbook>""";

    private static string NameOf(string words, string otherwise)
    {
        var name = string.Concat(Allowed(words).Where(sign => !NotInNames.Contains(sign))).Trim();
        name = name.Length > LongestName ? name[..LongestName].Trim() : name;
        return SecurityElement.Escape(name.Length > 0 ? name : otherwise)!;
    }
}
