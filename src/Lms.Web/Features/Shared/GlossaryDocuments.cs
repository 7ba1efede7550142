using Lms.Web.Content.Terms;
using Lms.Web.Search;

namespace Lms.Web.Features.Shared;

/// <summary>The terms of the glossary, each to be found by any of its names.</summary>
public static class GlossaryDocuments
{
    public const string Page = "/help/glossary";

    public static IEnumerable<SearchDocument> Of(Glossary glossary) =>
        glossary.Texts.Values.SelectMany(text => text.Entries.Select(entry => Of(text, entry)));

    private static SearchDocument Of(GlossaryText text, GlossaryEntry entry) =>
        new(
            new(null, null, text.Language),
            DocumentKind.Term,
            $"{Page}#{Uri.EscapeDataString(entry.Anchor)}",
            entry.Term,
            [
                .. entry.Variants.Select(name => new Passage("", "", "", name)),
                new("", "", "", entry.Words),
            ]
        );
}
