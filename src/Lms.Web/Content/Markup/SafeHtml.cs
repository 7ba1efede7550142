using Ganss.Xss;

namespace Lms.Web.Content.Markup;

/// <summary>
/// The second wall: an allow-list of exactly what our renderers write. What
/// it removes is a hole in the first wall, so it is reported as an error.
/// </summary>
internal static class SafeHtml
{
    private static readonly HashSet<string> Classes =
    [
        .. (
            "callout note tip important warning law callout-title callout-source"
            + " fold gentle sensitive sensitive-note case case-title tabs tab tab-title timeline cards"
            + " checklist practice practice-title include term terms terms-title"
            + " table-scroll align-center align-right task footnotes footnote-back gap"
            + " player player-name transcript"
        ).Split(' '),
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ClassesByName =
        Classes.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly HtmlSanitizerOptions Allowed = new()
    {
        AllowedTags = Set(
            "p br hr h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong a"
                + " table thead tbody tr th td div aside footer details summary section dl dt dd"
                + " figure figcaption span sup abbr del"
                + " img audio video track label input"
        ),
        AllowedAttributes = Set(
            "href title rel id class start role tabindex aria-label scope data-gap download"
                + " src alt width height loading controls preload kind srclang label default"
                + " type disabled form name value"
        ),
        AllowedClasses = Classes,
        AllowedSchemes = Set("http https mailto tel"),
        UriAttributes = Set("href src"),
        AllowedCssProperties = Set(""),
        AllowedAtRules = new HashSet<AngleSharp.Css.Dom.CssRuleType>(),
    };

    [ThreadStatic]
    private static Wall? wall;

    public static string Of(string html, MarkupText text) =>
        PlainHtml.Is(html) ? html : Sanitized(html, name => Report(text, name));

    /// <summary>Whether a tag may bear it.</summary>
    public static bool HasClass(ReadOnlySpan<char> name) => ClassesByName.Contains(name);

    /// <param name="removed">Told of each tag and attribute that may not stay.</param>
    public static string Sanitized(string html, Action<string> removed)
    {
        // One for each thread: to make one copies all that is allowed.
        wall ??= new();
        return wall.Sanitized(html, removed);
    }

    /// <summary>Pictures and players show files of this site.</summary>
    private static void OwnFilesAlone(FilterUrlEventArgs address)
    {
        if (
            address.Tag.LocalName is "img" or "audio" or "video" or "track"
            && address.OriginalUrl is not ['/', not '/', ..]
        )
        {
            address.SanitizedUrl = null;
        }
    }

    private sealed class Wall
    {
        private readonly HtmlSanitizer sanitizer = new(Allowed);
        private Action<string> removed = _ => { };

        public Wall()
        {
            sanitizer.RemovingTag += (_, gone) => removed(gone.Tag.LocalName);
            sanitizer.RemovingAttribute += (_, gone) => removed(gone.Attribute.Name);
            sanitizer.FilterUrl += (_, address) => OwnFilesAlone(address);
        }

        public string Sanitized(string html, Action<string> tell)
        {
            removed = tell;
            return sanitizer.Sanitize(html);
        }
    }

    private static void Report(MarkupText text, string name) =>
        text.Report(MarkupTexts.UnsafeHtml, 0, name);

    private static HashSet<string> Set(string words) =>
        new(
            words.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            StringComparer.OrdinalIgnoreCase
        );
}
