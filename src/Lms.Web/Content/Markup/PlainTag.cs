namespace Lms.Web.Content.Markup;

/// <summary>What stands between two tags.</summary>
internal enum PlainContent
{
    /// <summary>Of a tag that is never closed.</summary>
    Nothing,

    /// <summary>Text and its marks.</summary>
    Words,

    /// <summary>Boxes and words side by side.</summary>
    Blocks,
    Items,
    Meanings,
    Table,
    Rows,
    Cells,
}

/// <summary>
/// A tag that an HTML parser takes as it is written wherever <see cref="MayStandIn"/> lets it stand:
/// it closes no other tag by itself, none is opened around it, and nothing is moved out of it (HTML
/// standard, 13.2.6.4). So a paragraph holds no box, an item stands in its list alone, and no mark
/// stays open behind the box that it began in.
/// </summary>
internal sealed record PlainTag(string Name, PlainContent StandsIn, PlainContent Holds)
{
    private static readonly Dictionary<string, PlainTag> Tags = new List<PlainTag>
    {
        new("br", PlainContent.Words, PlainContent.Nothing),
        new("table", PlainContent.Blocks, PlainContent.Table),
        new("tr", PlainContent.Rows, PlainContent.Cells),
        new("dl", PlainContent.Blocks, PlainContent.Meanings),
        new("dt", PlainContent.Meanings, PlainContent.Words),
        new("dd", PlainContent.Meanings, PlainContent.Blocks),
        new("li", PlainContent.Items, PlainContent.Blocks),
    }
        .Concat(All("em strong code del sup abbr span a", PlainContent.Words, PlainContent.Words))
        .Concat(All("p h2 h3 h4 h5 h6 pre summary", PlainContent.Blocks, PlainContent.Words))
        .Concat(
            All(
                "blockquote aside div section details footer figure figcaption",
                PlainContent.Blocks,
                PlainContent.Blocks
            )
        )
        .Concat(All("ul ol", PlainContent.Blocks, PlainContent.Items))
        .Concat(All("thead tbody", PlainContent.Table, PlainContent.Rows))
        .Concat(All("th td", PlainContent.Cells, PlainContent.Blocks))
        .ToDictionary(tag => tag.Name);

    private static readonly Dictionary<string, PlainTag>.AlternateLookup<
        ReadOnlySpan<char>
    > ByName = Tags.GetAlternateLookup<ReadOnlySpan<char>>();

    public static PlainTag? Of(ReadOnlySpan<char> name) =>
        ByName.TryGetValue(name, out var tag) ? tag : null;

    public bool MayStandIn(PlainContent content) =>
        content == StandsIn || (content == PlainContent.Blocks && StandsIn == PlainContent.Words);

    private static IEnumerable<PlainTag> All(
        string names,
        PlainContent standsIn,
        PlainContent holds
    ) => names.Split(' ').Select(name => new PlainTag(name, standsIn, holds));
}

internal static class PlainContents
{
    /// <summary>Elsewhere a parser would move words out, or may: only line feeds stay.</summary>
    public static bool HoldsWords(this PlainContent content) =>
        content is PlainContent.Words or PlainContent.Blocks;
}
