using System.Diagnostics;
using System.Text;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>The last that is read and the first that is refused of every limit of the format.</summary>
[Collection("alone")]
public sealed class LimitEdgeTests
{
    private const string Deck = "courses/basics/01-start/03-talk.slides.md";

    private const string Head = "---\ntitle: \"Зустріч\"\nminutes: 60\n---\n";

    [Theory]
    [InlineData("[", "[] ")]
    [InlineData("{", "{ ")]
    [InlineData("*", "* ")]
    [InlineData("_", "_ ")]
    [InlineData("~", "~ ")]
    [InlineData("`", "` ")]
    [InlineData("<", "< ")]
    public void Five_hundred_of_a_mark_are_read_and_one_more_is_an_error_that_names_it(
        string mark,
        string written
    )
    {
        Assert.DoesNotContain("too-many-marks", InTime(() => Of(500)).Codes());

        var finding = InTime(() => Of(501)).Only("too-many-marks");

        Assert.Equal((5, mark), (finding.Line, finding.Args[0]));
        Assert.Contains("500", finding.MessageIn("en"), StringComparison.Ordinal);

        CheckedContent Of(int count) =>
            Reading.Lesson(string.Concat(Enumerable.Repeat($"а {written}", count)));
    }

    [Theory]
    [InlineData(">", " а", "")]
    [InlineData("[", "а", "]")]
    [InlineData("![", "а", "](b.png)")]
    public void Thirty_two_levels_are_read_and_one_more_is_an_error_that_names_them(
        string open,
        string inside,
        string close
    )
    {
        Assert.DoesNotContain("too-deeply-nested", InTime(() => Of(32)).Codes());

        var finding = InTime(() => Of(33)).Only("too-deeply-nested");

        Assert.Contains("32", finding.MessageIn("en"), StringComparison.Ordinal);

        CheckedContent Of(int levels) =>
            Reading.Lesson(Times(open, levels) + inside + Times(close, levels));
    }

    [Theory]
    [InlineData(8 * 1024 - 1, 0)]
    [InlineData(8 * 1024 + 1, 1)]
    public void A_paragraph_has_8_kB_at_most(int bytes, int found)
    {
        var read = InTime(() => Reading.Lesson(Times("a", bytes)));

        Assert.Equal(found, read.Codes().Count(code => code == "paragraph-too-long"));
        Assert.All(
            read.Findings,
            one => Assert.Contains("8 kB", one.MessageIn("en"), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(64 * 1024, 0)]
    [InlineData(64 * 1024 + 1, 1)]
    public void A_lesson_has_64_kB_at_most(int bytes, int found)
    {
        var read = InTime(() => Reading.Lesson(Padded("", bytes)));

        Assert.Equal(found, read.Codes().Count(code => code == "text-too-long"));
        Assert.All(
            read.Findings,
            one => Assert.Contains("64 kB", one.MessageIn("en"), StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(16 * 1024, 0)]
    [InlineData(16 * 1024 + 1, 1)]
    public void A_question_has_16_kB_at_most(int bytes, int found)
    {
        const string Question = "## П {#q}\n\n- [x] а\n- [ ] б\n\n> ";

        var read = InTime(() => Reading.Quiz(Padded(Question, bytes)));

        Assert.Equal(found, read.Codes().Count(code => code == "text-too-long"));
    }

    [Theory]
    [InlineData(1024 * 1024, "text-too-long")]
    [InlineData(1024 * 1024 + 1, "file-too-big")]
    public void A_file_has_1_MB_at_most(int bytes, string code)
    {
        using var content = new ContentFolder();
        content.Write(ContentFolder.Lesson, Padded(SoundContent.LessonHead, bytes));

        var finding = InTime(content.Check).Only(code);

        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("---\n")]
    [InlineData("???\n")]
    [InlineData("а\n---\n")]
    [InlineData("а\n???\nа\n---\n")]
    [InlineData("```\n---\n")]
    [InlineData("::: poll {#p}\n- [ ] а\n- [ ] б\n:::\n")]
    [InlineData("::: poll\n---\n")]
    [InlineData("*a **a ")]
    [InlineData("|a|b|\n|-|-|\n\n")]
    [InlineData("> > > > а\n\n")]
    public void A_deck_of_anything_takes_less_than_two_seconds(string pattern)
    {
        var slide = Times(pattern, 14_000 / Encoding.UTF8.GetByteCount(pattern));
        using var slides = new ContentFolder();
        using var whole = new ContentFolder();
        slides.Write(Deck, Head + Times($"{slide}\n\n---\n\n", 18));
        whole.Write(Deck, Head + Times(pattern, 250_000 / Encoding.UTF8.GetByteCount(pattern)));

        InTime(slides.Check);
        InTime(whole.Check);
    }

    [Fact]
    public void A_deck_has_200_slides_and_256_kB_at_most()
    {
        using var content = new ContentFolder();

        content.Write(Deck, Head + Times("а\n---\n", 200) + "а").Check().Only("too-many-slides");
        content.Write(Deck, Padded(Head, 256 * 1024 + 1)).Check().Only("text-too-long");
    }

    private static string Times(string pattern, int count) =>
        string.Concat(Enumerable.Repeat(pattern, count));

    /// <summary>Paragraphs of a kilobyte behind <paramref name="start"/>, to just that many bytes.</summary>
    private static string Padded(string start, int bytes)
    {
        var text = new StringBuilder(start);
        var left = bytes - Encoding.UTF8.GetByteCount(start);
        for (; left > 1024; left -= 1024)
        {
            text.Append('a', 1022).Append("\n\n");
        }

        return text.Append('a', left).ToString();
    }

    private static CheckedContent InTime(Func<CheckedContent> read)
    {
        // The first reading also compiles the code; it is not what is measured.
        Reading.Lesson("а").IsClean();
        var clock = Stopwatch.StartNew();
        var content = read();
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        return content;
    }
}
