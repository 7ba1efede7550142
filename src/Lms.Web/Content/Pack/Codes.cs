using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>
/// Codes as the pack writes them. A letter of the other alphabet that looks the same is read as
/// the pack's own and warned of: nobody sees the difference on a keyboard.
/// </summary>
internal static class Codes
{
    private const string Cyrillic = "АВЕКМНОРСТХІЈЅаеорсухіјѕ";
    private const string Latin = "ABEKMHOPCTXIJSaeopcyxijs";

    /// <summary>The pack's spelling; null, with a finding, when the code is not known.</summary>
    /// <param name="where">The file that lists the codes.</param>
    public static string? Known(
        Fields fields,
        YamlScalar written,
        IReadOnlyCollection<string> codes,
        string where
    )
    {
        var code = written.Value.Trim();
        var alike = Alike(code, codes);
        if (alike is null)
        {
            string[] args = [code, where];
            fields.Report(written, PackTexts.UnknownCode, Nearest.To(code, codes), args);
        }
        else if (alike != code)
        {
            fields.Report(written, PackTexts.LookAlike, code, alike);
        }

        return alike;
    }

    /// <summary>The same code, or else the one that looks the same; null when there is neither.</summary>
    public static string? Alike(string code, IReadOnlyCollection<string> codes) =>
        codes.Contains(code) ? code : codes.FirstOrDefault(known => Shape(known) == Shape(code));

    private static string Shape(string code) =>
        string.Concat(
            code.Select(letter =>
                Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at
                    ? Latin[at]
                    : letter
            )
        );
}
