using Markdig.Syntax;

namespace Lms.Web.Content.Markup;

internal static class LineEnd
{
    /// <summary>
    /// Moves the braces that end the last line of <paramref name="leaf"/> onto
    /// <paramref name="owner"/>.
    /// </summary>
    public static void TakeAttributes(LeafBlock leaf, MarkdownObject owner)
    {
        ref var line = ref leaf.Lines.Lines[leaf.Lines.Count - 1];
        if (
            AttributeList.AtEndOf(line.Slice.AsSpan(), line.Slice.Start, out var start) is { } found
        )
        {
            owner.SetData(typeof(AttributeList), found);
            line.Slice.End = line.Slice.Start + start - 1;
            line.Slice.TrimEnd();
        }
    }
}
