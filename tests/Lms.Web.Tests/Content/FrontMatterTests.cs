using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

public sealed class FrontMatterTests
{
    [Fact]
    public void Sound_content_has_no_findings()
    {
        using var content = new ContentFolder();

        content.Check().IsClean();
    }

    [Fact]
    public void An_unknown_key_names_its_place_and_what_was_probably_meant()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Lesson, "minutes: 30", "minutes: 30\n  \ncontent-notes: x");

        var finding = content.Check().Only("unknown-key");

        Assert.Equal((ContentFolder.Lesson, 5, 1), (finding.Path, finding.Line, finding.Column));
        Assert.Equal("content-note", finding.Suggestion);
    }

    [Theory]
    [InlineData("minutes: 30", "minutes: [30]", "expects-number", 3, 10)]
    [InlineData("minutes: 30", "minutes: довго", "expects-number", 3, 10)]
    [InlineData("minutes: 30", "minutes: 0", "expects-number", 3, 10)]
    [InlineData("minutes: 30", "minutes: 601", "expects-number", 3, 10)]
    [InlineData("minutes: 30", "minutes: 1.5", "expects-number", 3, 10)]
    [InlineData("minutes: 30", "minutes:", "missing-key", 3, 1)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: text", "expects-list", 4, 11)]
    [InlineData("minutes: 30", "minutes: 30\ntitle: again", "duplicate-key", 4, 1)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: [a, &b c]", "yaml-anchor", 4, 15)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: *a", "yaml-anchor", 4, 11)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: !!set {a}", "yaml-anchor", 4, 11)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: [", "yaml-syntax", 5, 1)]
    [InlineData("minutes: 30", "minutes: 30\noutcomes: [[[[[[[[a]]]]]]]]", "yaml-too-deep", 4, 18)]
    [InlineData("minutes: 30", "minutes: 30\ncompletes: reed", "expects-one-of", 4, 12)]
    [InlineData("minutes: 30", "minutes: 30\ncompetences: {П9: 1}", "unknown-code", 4, 15)]
    [InlineData("minutes: 30", "minutes: 30\ncompetences: {П1: 4}", "expects-number", 4, 19)]
    public void A_wrong_value_is_an_error_at_its_place(
        string old,
        string with,
        string code,
        int line,
        int column
    )
    {
        using var content = new ContentFolder();

        var finding = content.Replace(ContentFolder.Lesson, old, with).Check().Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
        Assert.Equal(Severity.Error, finding.Severity);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("23.11.2026")]
    [InlineData("незабаром")]
    public void A_date_that_is_none_is_an_error(string date)
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Course, "reviewed: 2026-11-01", $"reviewed: {date}");

        Assert.Contains(date, content.Check().Only("expects-date").MessageIn("en"));
    }

    [Fact]
    public void A_billion_laughs_are_refused_at_once()
    {
        var levels = Enumerable
            .Range(1, 9)
            .Select(i => $"a{i}: &a{i} [{string.Join(',', Enumerable.Repeat($"*a{i - 1}", 9))}]");
        using var content = new ContentFolder();
        content.Write(
            ContentFolder.Course,
            $"---\na0: &a0 lol\n{string.Join('\n', levels)}\n---\n"
        );

        Assert.Equal(2, content.Check().Only("yaml-anchor").Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("---\ntitle: x\n")]
    [InlineData("---")]
    public void A_file_without_front_matter_is_an_error(string text)
    {
        using var content = new ContentFolder();

        Assert.Contains(
            "front-matter-missing",
            content.Write(ContentFolder.Lesson, text).Check().Codes()
        );
    }

    [Fact]
    public void The_line_ends_of_windows_and_a_byte_order_mark_change_nothing()
    {
        using var content = new ContentFolder();
        var html = content.Check().Html();
        foreach (var (path, text) in SoundContent.Files)
        {
            content.Write(path, "\ufeff" + text.ReplaceLineEndings("\r\n"));
        }

        var read = content.Check();

        read.IsClean();
        Assert.Equal(html, read.Html());
    }

    [Fact]
    public void Bytes_that_are_no_text_are_an_error_at_their_place()
    {
        using var content = new ContentFolder();
        content.Write(ContentFolder.Lesson, [.. "---\nab"u8, 0xff, 0xfe, .. "\n---\n"u8]);

        var finding = content.Check().Only("not-utf-8");

        Assert.Equal((2, 3), (finding.Line, finding.Column));
    }

    [Fact]
    public void A_nul_is_an_error_at_its_place()
    {
        var finding = Reading.Lesson("а\0б").Only("control-character");

        Assert.Equal((5, 2), (finding.Line, finding.Column));
        Assert.Contains("U+0000", finding.MessageIn("en"));
    }
}
