using System.Globalization;
using Lms.Domain.Cases;
using Lms.Web.Content.Markup;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Cases;

/// <summary>The list at the end of a scene whose items lead to other scenes.</summary>
internal static class ChoiceList
{
    private const int MostChoices = 30;

    /// <summary>Null when the scene has no choices; what stands around them is reported.</summary>
    public static ListBlock? Find(MarkupText text, List<Block> blocks)
    {
        var lists = blocks.OfType<ListBlock>().Where(list => list.Any(IsChoice)).ToList();
        foreach (var second in lists.Skip(1))
        {
            text.Report(CaseTexts.ChoicesTwice, second.Span.Start);
        }

        if (lists.Count == 0)
        {
            return null;
        }

        foreach (var block in blocks.Skip(blocks.IndexOf(lists[0]) + 1).Except(lists))
        {
            var isQuote = block is QuoteBlock;
            text.Report(isQuote ? CaseTexts.QuoteAfter : CaseTexts.TextAfter, block.Span.Start);
        }

        return lists[0];
    }

    /// <summary>Takes the links of the choices out of the text: they lead to scenes, not to pages.</summary>
    public static IReadOnlyList<ChoiceReader> Read(
        MarkupText text,
        ListBlock list,
        IReadOnlyList<Meter> meters
    )
    {
        var items = list.OfType<ListItemBlock>().ToList();
        if (items.Count > MostChoices)
        {
            var most = MostChoices.ToString(CultureInfo.InvariantCulture);
            text.Report(CaseTexts.TooManyChoices, items[MostChoices].Span.Start, most);
        }

        foreach (var item in items.Where(item => !IsChoice(item)))
        {
            text.Report(CaseTexts.NoLink, item.Span.Start);
        }

        return
        [
            .. items
                .Take(MostChoices)
                .Where(IsChoice)
                .Select(item => ChoiceReader.Take(text, item, meters)),
        ];
    }

    private static bool IsChoice(Block item) =>
        item is ListItemBlock { Count: > 0 } list
        && list[0] is ParagraphBlock { Inline.FirstChild: LinkInline { IsImage: false } link }
        && IsScene(link.Url ?? "");

    /// <summary>A scene, be its <c>#</c> forgotten: no page, mail or file is called so.</summary>
    private static bool IsScene(string url) =>
        url.StartsWith('#') || (url.Length > 0 && url.All(IsOfId));

    private static bool IsOfId(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';
}
