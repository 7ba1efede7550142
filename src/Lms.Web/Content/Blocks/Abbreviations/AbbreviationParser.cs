using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Abbreviations;

/// <summary>One line <c>*[ABC]: what it means</c>.</summary>
internal sealed record WrittenAbbreviation(string Short, string Meaning, int Offset);

/// <summary>Takes the lines that explain abbreviations out of the text.</summary>
internal sealed class AbbreviationParser : BlockParser
{
    private const int LongestShort = 60;

    public AbbreviationParser() => OpeningCharacters = ['*'];

    /// <summary>In the order of the text.</summary>
    public static IReadOnlyList<WrittenAbbreviation> Of(MarkdownDocument document) =>
        document.GetData(typeof(AbbreviationParser)) as List<WrittenAbbreviation> ?? [];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || Read(processor.Line) is not { } written)
        {
            return BlockState.None;
        }

        if (Of(processor.Document) is not List<WrittenAbbreviation> { Count: > 0 } all)
        {
            all = [];
            processor.Document.SetData(typeof(AbbreviationParser), all);
        }

        all.Add(written);
        return BlockState.BreakDiscard;
    }

    private static WrittenAbbreviation? Read(StringSlice line)
    {
        var text = line.AsSpan();
        var end = text is ['*', '[', ..] ? text.IndexOf("]: ") : -1;
        if (end < 3 || end > LongestShort + 2)
        {
            return null;
        }

        var name = text[2..end].Trim();
        var meaning = text[(end + 2)..].Trim();
        return name.Length == 0 || meaning.Length == 0 || name.IndexOfAny("[]*`<") >= 0
            ? null
            : new(name.ToString(), meaning.ToString(), line.Start);
    }
}
