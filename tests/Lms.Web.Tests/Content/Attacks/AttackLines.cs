using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content.Attacks;

/// <summary>
/// Hostile Markdown, one attack a line of <c>attacks.txt</c>, in families under lines <c>=== name</c>.
/// There <c>\n</c> is the end of a line and <c>\t</c> a tab.
/// </summary>
internal static class AttackLines
{
    private const string Heading = "=== ";

    private static readonly ILookup<string, string> ByFamily = Read();

    public static IReadOnlyList<string> All { get; } = [.. ByFamily.SelectMany(lines => lines)];

    public static IEnumerable<string> Families => ByFamily.Select(lines => lines.Key);

    public static IEnumerable<string> Of(string family) => ByFamily[family];

    private static ILookup<string, string> Read()
    {
        var (family, lines) = ("", new List<(string Family, string Line)>());
        var file = Repository.File("tests", "Lms.Web.Tests", "Content", "Attacks", "attacks.txt");
        foreach (var line in File.ReadLines(file))
        {
            if (line.StartsWith(Heading, StringComparison.Ordinal))
            {
                family = line[Heading.Length..];
            }
            else
            {
                lines.Add((family, line.Replace("\\n", "\n").Replace("\\t", "\t")));
            }
        }

        return lines.ToLookup(one => one.Family, one => one.Line);
    }
}
