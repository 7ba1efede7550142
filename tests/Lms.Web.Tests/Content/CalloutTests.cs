namespace Lms.Web.Tests.Content;

public sealed class CalloutTests
{
    [Theory]
    [InlineData("NOTE", "Примітка")]
    [InlineData("TIP", "Порада")]
    [InlineData("IMPORTANT", "Важливо")]
    [InlineData("WARNING", "Увага")]
    public void A_callout_is_an_aside_with_a_title_in_the_language_of_the_course(
        string kind,
        string title
    )
    {
        var read = Reading.Lesson($"> [!{kind}]\n> Текст **тут**.\n");

        read.IsClean();
        Assert.Equal(
            $"<aside class=\"callout {kind.ToLowerInvariant()}\" role=\"note\">\n"
                + $"<p class=\"callout-title\">{title}</p>\n<p>Текст <strong>тут</strong>.</p>\n</aside>",
            read.Html()
        );
    }

    [Fact]
    public void A_norm_names_the_act_the_article_and_the_day()
    {
        var read = Reading.Lesson(
            "> [!LAW]\n> Торгівля людьми — це…\n> {act=\"3739-VI\" article=\"ст. 1\" as-of=2026-11-23}\n"
        );

        read.IsClean();
        Assert.Contains(
            "<p class=\"callout-title\">Норма</p>\n<p>Торгівля людьми — це…</p>",
            read.Html()
        );
        Assert.Contains(
            "<footer class=\"callout-source\">Закон України «Про протидію торгівлі людьми» № 3739-VI, ст. 1"
                + " · станом на 23 листопада 2026</footer>",
            read.Html()
        );
    }

    [Fact]
    public void An_English_course_has_English_callouts()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Course, "language: uk", "language: en");
        content.Replace("organisation/acts.yml", "state: changed", "state: in-force");
        content.WriteLesson(
            "> [!LAW]\n> Text.\n>\n> {act=palermo as-of=2026-01-05}\n\n> [!TIP]\n> Text.\n"
        );

        var read = content.Check();

        read.IsClean();
        Assert.Contains(
            "<footer class=\"callout-source\">Protocol · as of 5 January 2026</footer>",
            read.Html()
        );
        Assert.Contains("<p class=\"callout-title\">Tip</p>", read.Html());
    }

    [Fact]
    public void A_callout_may_hold_lists_and_tables()
    {
        var read = Reading.Lesson("> [!NOTE]\n> - а\n> - б\n>\n> | а |\n> |---|\n> | б |\n");

        read.IsClean();
        Assert.Contains("<li>а</li>", read.Html());
        Assert.Contains("<td>б</td>", read.Html());
    }

    [Fact]
    public void A_quote_without_a_marker_stays_a_quote() =>
        Assert.Equal(
            "<blockquote>\n<p>Текст.</p>\n</blockquote>",
            Reading.Lesson("> Текст.\n").Html()
        );

    [Theory]
    [InlineData("> [!NOTTE]\n> а", "unknown-callout", 5, 3, "NOTE")]
    [InlineData("> [!note]\n> а", "unknown-callout", 5, 3, "NOTE")]
    [InlineData("> [!TIP] Заголовок\n> а", "callout-not-alone", 5, 3, null)]
    [InlineData("> [!LAW]\n> а", "law-without-source", 5, 3, null)]
    [InlineData(
        "> [!LAW]\n> а\n> {article=\"ст. 1\" as-of=2026-01-01}",
        "law-without-source",
        7,
        3,
        null
    )]
    [InlineData("> [!LAW]\n> а\n> {act=3739-VI}", "law-without-source", 7, 3, null)]
    [InlineData("> [!LAW]\n> а\n> {act=3739-IV as-of=2026-01-01}", "unknown-act", 7, 3, "3739-VI")]
    [InlineData("> [!LAW]\n> а\n> {act=3739-VI as-of=2026-13-01}", "expects-date", 7, 3, null)]
    [InlineData(
        "> [!LAW]\n> а\n> {act=3739-VI as-of=2026-01-01 artikle=1}",
        "unknown-attribute",
        7,
        33,
        "article"
    )]
    [InlineData("> [!NOTE]\n> а\n> {act=3739-VI}", "unknown-attribute", 7, 4, null)]
    public void A_wrong_callout_is_an_error_at_its_place(
        string markdown,
        string code,
        int line,
        int column,
        string? nearest
    )
    {
        var finding = Reading.Lesson(markdown).Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
        Assert.Equal(nearest, finding.Suggestion);
    }
}
