using System.Text;

namespace Lms.Web.Content.Exchange.Bank;

/// <summary>Tags as they may stand in a heading: letters, digits and hyphens, in small letters.</summary>
internal static class Tags
{
    private const int Longest = 40;
    private const int Most = 10;

    public static IReadOnlyList<string> Of(IEnumerable<string?> written) =>
        [
            .. written
                .OfType<string>()
                .Select(Of)
                .Where(tag => tag.Length > 0)
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];

    /// <summary>The last step of a category of Moodle; null when it names none.</summary>
    public static string? Last(string? category) =>
        category
            ?.Split('/')
            .Select(step => step.Trim())
            .LastOrDefault(step => step is { Length: > 0 } and not "top" and not ['$', ..]);

    private static string Of(string written)
    {
        var tag = new StringBuilder();
        foreach (var letter in written.Normalize().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                tag.Append(letter);
            }
            else if (tag.Length > 0 && tag[^1] != '-')
            {
                tag.Append('-');
            }
        }

        return tag.ToString(0, Math.Min(tag.Length, Longest)).Trim('-');
    }
}
