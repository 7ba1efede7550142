using Lms.Web.Content.Markup;
using Markdig.Syntax;

namespace Lms.Web.Content.Quizzes.Keys;

/// <summary>What a trainer looks for in an essay or a file.</summary>
internal static class CriteriaList
{
    /// <param name="list">Null when there is none.</param>
    public static IReadOnlyList<string> Read(MarkupText text, Block? list)
    {
        var items = (list as ListBlock)?.OfType<ListItemBlock>() ?? [];
        var criteria = new List<string>();
        foreach (var item in items)
        {
            RefuseMark(text, item);
            criteria.Add(ItemHtml.Of(text, [.. item]));
        }

        return criteria;
    }

    public static void RefuseMark(MarkupText text, ListItemBlock item)
    {
        if (ItemMark.Of(item) is { IsKnown: true } mark)
        {
            text.Report(KeyTexts.MarkNotHere, mark.Offset);
        }
    }
}
