using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Abbreviations;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Blocks.Definitions;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Figures;
using Lms.Web.Content.Blocks.Footnotes;
using Lms.Web.Content.Blocks.Tasks;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Quizzes.Gaps;
using Lms.Web.Content.Terms;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Lms.Web.Content.Markup;

/// <summary>A piece of Markdown of one file, parsed and checked, its links not yet followed.</summary>
internal sealed class MarkupText
{
    /// <summary>The limits that docs/authoring.md names.</summary>
    public const int MostBytesOfLesson = 64 * 1024;

    public const int MostBytesOfQuestion = 16 * 1024;

    // The HTML of tiny blocks is many times longer than their Markdown; no honest text has so many.
    private const int FewestBytesOfBlock = 32;

    private readonly int start;
    private readonly int end;
    private List<Block>? blocks;
    private List<Inline>? inlines;

    private MarkupText(
        SourceFile file,
        int start,
        int end,
        MarkdownDocument document,
        MarkupSetting setting
    )
    {
        File = file;
        this.start = start;
        this.end = end;
        Document = document;
        Setting = setting;
    }

    public SourceFile File { get; }

    public MarkdownDocument Document { get; }

    /// <summary>The blocks of a kind, outer ones before what is in them. They are found once: no check moves a block.</summary>
    public IEnumerable<T> Blocks<T>()
        where T : Block => (blocks ??= [.. Document.Descendants<Block>()]).OfType<T>();

    /// <summary>All of them, once the text has been checked: what finds words in it makes new ones.</summary>
    public IReadOnlyList<Inline> Inlines => inlines ??= [.. Document.Descendants<Inline>()];

    public MarkupSetting Setting { get; }

    /// <summary>Begins the ids that this text gives to what is no heading; unique on a page.</summary>
    public string Prefix =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{NumberedName.SlugOf(File.Path)}-{File.PlaceOf(start).Line}"
        );

    public IReadOnlySet<string> Anchors { get; private set; } = new HashSet<string>();

    public IReadOnlyList<LessonSection> Sections { get; private set; } = [];

    /// <summary>A lesson or a description: its headings become anchors.</summary>
    public static MarkupText OfPage(
        SourceFile file,
        int start,
        MarkupSetting setting,
        bool isLesson = false
    )
    {
        var text = Of(file, start, file.Text.Length, MostBytesOfLesson, setting, isLesson);
        (text.Anchors, text.Sections) = HeadingAnchors.Give(text);
        HeadingOrder.Check(text);
        GapPlaces.Check(text, isPage: true);
        Tasks.Mark(text);
        return text;
    }

    /// <summary>Any range of the file within <paramref name="mostBytes"/>; empty when past a limit.</summary>
    public static MarkupText Of(
        SourceFile file,
        int start,
        int end,
        int mostBytes,
        MarkupSetting setting,
        bool isLesson = false
    )
    {
        var text = new MarkupText(file, start, end, Parse(file, start, end, mostBytes), setting);
        foreach (var block in text.Blocks<LeafBlock>())
        {
            if (ParagraphLimits.Of(block) is { } passed)
            {
                text.Report(passed.Text, block.Span.Start, passed.Args);
            }
        }

        WrittenForms.Check(text);
        Callouts.Check(text);
        Fences.Check(text, isLesson);
        DefinitionLists.Check(text);
        if (!isLesson)
        {
            LessonOnly.Refuse(text);
        }

        Figures.Check(text);
        Footnotes.Check(text);
        Abbreviations.Mark(text);
        TermUses.Mark(text, setting.Terms);
        BareMail.Mark(text);
        return text;
    }

    /// <summary>Paragraphs, items and cells.</summary>
    public int BlockCount => CountBlocks(Document);

    public static int MostBlocksOf(int bytes) => bytes / FewestBytesOfBlock;

    private static int CountBlocks(MarkdownDocument document) =>
        document.Descendants<Block>().Count(block => block is LeafBlock or FenceBlock);

    /// <summary>In the letters that Markdig counts.</summary>
    public int Length => end - start;

    /// <summary>What the author wrote there.</summary>
    public ReadOnlySpan<char> Written(SourceSpan span) =>
        File.Text.AsSpan()[(start + span.Start)..Math.Min(File.Text.Length, start + span.End + 1)];

    /// <summary>Whether the letters stand anywhere in it: a form that begins with them needs a look.</summary>
    public bool Holds(string letters) =>
        File.Text.AsSpan(start, Length).Contains(letters, StringComparison.Ordinal);

    public (int Line, int Column) PlaceOf(int offset) => File.PlaceOf(start + offset);

    /// <param name="offset">In the parsed text, as Markdig counts.</param>
    public void Report(FindingText text, int offset, params string[] args) =>
        File.Report(text, start + offset, args);

    public void Report(FindingText text, int offset, string? suggestion, string[] args)
    {
        var (line, column) = PlaceOf(offset);
        File.ReportAt(text, line, column, suggestion, args);
    }

    /// <summary>Reports every attribute that is not among <paramref name="known"/>.</summary>
    public void Refuse(AttributeList attributes, params string[] known)
    {
        if (!attributes.IsReadable)
        {
            Report(MarkupTexts.AttributeSyntax, attributes.Offset);
        }

        foreach (var one in attributes.All.Where(one => !known.Contains(one.Key)))
        {
            string[] names = [one.Key == "#" ? $"#{one.Value}" : one.Key];
            Report(MarkupTexts.UnknownAttribute, one.Offset, Nearest.To(one.Key, known), names);
        }
    }

    /// <summary>Whether it is <c>[a-z][a-z0-9-]*</c>; reported when not.</summary>
    public bool IsId(string id, int offset)
    {
        if (Slug.IsValid(id) && char.IsAsciiLetterLower(id[0]))
        {
            return true;
        }

        Report(MarkupTexts.BadId, offset, id);
        return false;
    }

    private static MarkdownDocument Parse(SourceFile file, int start, int end, int mostBytes)
    {
        var text = file.Text[start..end];
        if (Encoding.UTF8.GetByteCount(text) > mostBytes)
        {
            file.Report(MarkupTexts.TextTooLong, start, Number(mostBytes / 1024));
            return [];
        }

        if (NestingLimit.FirstTooDeep(text) is >= 0 and var deep)
        {
            file.Report(MarkupTexts.TooDeep, start + deep);
            return [];
        }

        if (TableLimit.FirstTooBig(text) is >= 0 and var big)
        {
            file.Report(MarkupTexts.TableTooBig, start + big, Number(TableLimit.MostCells));
            return [];
        }

        if (DefinitionLimit.FirstTooMany(text) is >= 0 and var many)
        {
            file.Report(MarkupTexts.TooManyDefinitions, start + many, Number(DefinitionLimit.Most));
            return [];
        }

        try
        {
            var document = MarkupPipeline.Parse(text);
            if (CountBlocks(document) <= MostBlocksOf(mostBytes))
            {
                return document;
            }

            file.Report(MarkupTexts.TooManyBlocks, start, Number(MostBlocksOf(mostBytes)));
        }
        catch (ArgumentException)
        {
            // Markdig's "too deeply nested", past what the passes before it count.
            file.Report(MarkupTexts.TooDeep, start);
        }
        catch (Exception bug)
            when (bug
                    is InvalidOperationException
                        or IndexOutOfRangeException
                        or NullReferenceException
            )
        {
            file.Report(MarkupTexts.NotReadable, start);
        }

        return [];
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
