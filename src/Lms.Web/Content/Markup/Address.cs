using System.Text.RegularExpressions;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Markup;

/// <summary>
/// Where a link leads, by an allow-list of schemes. What is on no list is refused: browsers read
/// <c>java script:</c> with a tab in it as a scheme too.
/// </summary>
internal abstract record Address
{
    private static readonly Regex Scheme = new(
        "^[a-z][a-z0-9+.-]*:",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    private static readonly Regex Mail = new(
        @"^mailto:[^\s@<>""?&:/]+@[^\s@<>""?&:/]+$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    private static readonly Regex Phone = new(
        @"^tel:\+?[0-9.()-]{2,20}$",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    private Address() { }

    /// <summary>Another site.</summary>
    public sealed record OnWeb(string Href) : Address;

    /// <summary>Mail or a call.</summary>
    public sealed record ToPerson(string Href) : Address;

    /// <summary>A page of this site, from its root.</summary>
    public sealed record OnSite(string Path) : Address;

    /// <summary>A file beside this one; an empty path is this very page.</summary>
    public sealed record InCourse(string Path, string Anchor) : Address;

    public sealed record Refused : Address;

    public static Address Read(string written)
    {
        if (
            written.Length == 0
            || written.Any(IsTreacherous)
            || written.StartsWith("//", StringComparison.Ordinal)
            || written[0] == ' '
            || written[^1] == ' '
        )
        {
            return new Refused();
        }

        if (Scheme.IsMatch(written))
        {
            return Yaml.Fields.IsWebAddress(written) ? new OnWeb(written)
                : Mail.IsMatch(written) || Phone.IsMatch(written) ? new ToPerson(written)
                : new Refused();
        }

        if (written[0] == '/')
        {
            return new OnSite(written);
        }

        var parts = written.Split('#', 2);
        return parts[0].Contains(':', StringComparison.Ordinal)
            ? new Refused()
            : new InCourse(parts[0], parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : "");
    }

    /// <summary>A space is part of a file's name; any other blank or unprintable hides something.</summary>
    private static bool IsTreacherous(char letter) =>
        char.IsControl(letter)
        || (char.IsWhiteSpace(letter) && letter != ' ')
        || letter is '\\' or '\ufffd';
}
