using System.Text.RegularExpressions;

namespace Lms.Web.Tests.Content.Blocks;

/// <summary>One example of a spec: Markdown, the HTML it becomes, and what is found in it.</summary>
/// <param name="Findings">Lines <c>line:column code</c>; the HTML of a text with an error is not looked at.</param>
public sealed record SpecExample(string Markdown, string Html, string Findings);

/// <summary>
/// Reads <c>Block.spec.md</c> beside the code of a block: fences of many backticks, marked
/// <c>example</c>, with lines of a single dot between the parts.
/// </summary>
internal static partial class BlockSpec
{
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Specs");

    public static IEnumerable<string> Files =>
        Directory
            .EnumerateFiles(Folder, "*.spec.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file))
            .Order(StringComparer.Ordinal);

    public static IEnumerable<SpecExample> Examples(string file) =>
        Example().Matches(File.ReadAllText(Path.Combine(Folder, file))).Select(Read);

    private static SpecExample Read(Match example)
    {
        string[] parts =
        [
            .. Dot().Split(example.Groups["parts"].Value).Select(part => part.Trim('\n')),
        ];
        return new(parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
    }

    [GeneratedRegex(
        "^`{10,} example\n(?<parts>.*?)\n`{10,}$",
        RegexOptions.Multiline | RegexOptions.Singleline,
        1000
    )]
    private static partial Regex Example();

    [GeneratedRegex("^\\.$", RegexOptions.Multiline, 1000)]
    private static partial Regex Dot();
}
