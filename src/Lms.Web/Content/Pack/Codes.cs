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
        if (codes.Contains(code))
        {
            return code;
        }

        var alike = codes.FirstOrDefault(known => Shape(known) == Shape(code));
        if (alike is null)
        {
            string[] args = [code, where];
            fields.Report(written, PackTexts.UnknownCode, Nearest.To(code, codes), args);
            return null;
        }

        fields.Report(written, PackTexts.LookAlike, code, alike);
        return alike;
    }

    private static string Shape(string code) =>
        string.Concat(
            code.Select(letter =>
                Cyrillic.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at
                    ? Latin[at]
                    : letter
            )
        );
}
