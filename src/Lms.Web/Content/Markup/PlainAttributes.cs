namespace Lms.Web.Content.Markup;

/// <summary>
/// Attributes that the second wall lets stand on any tag and writes as they were: <c> name="value"</c>,
/// each once, with values whose letters stand for themselves.
/// </summary>
internal static class PlainAttributes
{
    private static readonly string[] Names =
    [
        "id",
        "class",
        "href",
        "rel",
        "role",
        "title",
        "aria-label",
        "tabindex",
        "start",
        "scope",
    ];

    /// <summary>Behind these no letter of an address makes it another scheme.</summary>
    private static readonly string[] Beginnings =
    [
        "https://",
        "http://",
        "mailto:",
        "tel:",
        "/",
        "#",
    ];

    /// <summary>Takes all attributes off the front; false at one that is not known as kept.</summary>
    public static bool Take(ref ReadOnlySpan<char> html)
    {
        var taken = 0;
        while (html is [' ', ..])
        {
            var index = NameAt(html[1..]);
            if (index < 0 || (taken & (1 << index)) != 0)
            {
                return false;
            }

            taken |= 1 << index;
            html = html[(Names[index].Length + 3)..];
            var length = html.IndexOf('"');
            if (length <= 0 || !IsKept(index, html[..length]))
            {
                return false;
            }

            html = html[(length + 1)..];
        }

        return true;
    }

    /// <summary>Of the name that stands before <c>="</c>; negative when it is none of them.</summary>
    private static int NameAt(ReadOnlySpan<char> html)
    {
        for (var index = 0; index < Names.Length; index++)
        {
            var name = Names[index];
            if (
                html.StartsWith(name, StringComparison.Ordinal)
                && html[name.Length..] is ['=', '"', ..]
            )
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsKept(int name, ReadOnlySpan<char> value)
    {
        foreach (var letter in value)
        {
            if (letter == '\n' || !PlainHtml.IsKept(letter))
            {
                return false;
            }
        }

        return Names[name] switch
        {
            "class" => HasKnownClasses(value),
            "href" => IsAddress(value),
            _ => true,
        };
    }

    private static bool HasKnownClasses(ReadOnlySpan<char> value)
    {
        foreach (var name in value.Split(' '))
        {
            if (!SafeHtml.HasClass(value[name]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsAddress(ReadOnlySpan<char> value)
    {
        foreach (var beginning in Beginnings)
        {
            if (value.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return !value.Contains(':') && !char.IsWhiteSpace(value[0]);
    }
}
