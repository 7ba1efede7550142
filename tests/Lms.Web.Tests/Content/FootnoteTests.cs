using AngleSharp.Html.Parser;

namespace Lms.Web.Tests.Content;

public sealed class FootnoteTests
{
    [Fact]
    public void A_note_and_the_place_that_refers_to_it_lead_to_each_other()
    {
        var read = Reading.Lesson("Слово[^a] тут.\n\n[^a]: Примітка *тут*.\n");

        read.IsClean();
        Assert.Equal(
            "<p>Слово<sup><a id=\"fnref:first-5:1\" href=\"#fn:first-5:1\" aria-label=\"Примітка 1\">1</a></sup> тут.</p>\n"
                + "<section class=\"footnotes\" aria-label=\"Примітки\">\n<ol>\n<li id=\"fn:first-5:1\">\n"
                + "<p>Примітка <em>тут</em>. <a class=\"footnote-back\" href=\"#fnref:first-5:1\""
                + " aria-label=\"Назад до тексту, примітка 1\">↩</a></p>\n</li>\n</ol>\n</section>",
            read.Html()
        );
    }

    [Fact]
    public void Notes_are_numbered_as_the_text_refers_to_them_and_may_be_long()
    {
        var read = Reading.Lesson(
            "а[^y] б[^x] в[^y]\n\n[^x]: перша\n[^y]: друга\n\n    - пункт\n\n    ще[^x]\n"
        );

        read.IsClean();
        var page = new HtmlParser().ParseDocument(read.Html());
        Assert.Equal(
            ["1", "2", "1", "2"],
            page.QuerySelectorAll("sup").Select(one => one.TextContent)
        );
        Assert.StartsWith("друга", page.QuerySelector("[id='fn:first-5:1']")!.TextContent.Trim());
        Assert.Equal(2, page.QuerySelectorAll("[id='fn:first-5:1'] .footnote-back").Length);
        LeadSomewhere(read.Html());
    }

    [Theory]
    [InlineData("Слово[^1] тут", "unknown-footnote", 5, 6)]
    [InlineData("а[^2]\n\n[^1]: Примітка\n[^2]: Друга", "unused-footnote", 7, 1)]
    public void A_note_without_its_other_half_is_a_warning(
        string markdown,
        string code,
        int line,
        int column
    )
    {
        var finding = Reading.Lesson(markdown).Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("[слово[^1]](https://a.example)\n\n[^1]: а")]
    [InlineData("![опис[^1]](x.png) і[^1]\n\n[^1]: а")]
    [InlineData("|а[^1]|б|\n|-|-|\n|в[^1]|г|\n\n[^1]: а")]
    [InlineData("а[^1] [^2]\n\n[^1]: себе[^1]\n[^2]: іншу[^1]")]
    [InlineData("## Назва[^1]\n\n[^1]:\n    ```\n    код\n    ```")]
    [InlineData("> а[^1]\n\n- б[^1]\n\n[^1]: > в\n")]
    public void Every_link_of_notes_leads_somewhere(string markdown) =>
        LeadSomewhere(Reading.Lesson(markdown).Html());

    [Fact]
    public void A_question_has_no_notes()
    {
        var read = Reading.Quiz("## П[^1] {#q}\n\n- [x] а\n- [ ] б\n\n[^1]: а\n");

        Assert.Equal(
            (5, 5),
            (read.Only("only-in-lessons").Line, read.Only("only-in-lessons").Column)
        );
        Assert.Equal(["only-in-lessons"], read.Codes());
    }

    internal static void LeadSomewhere(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        var ids = page.All.Select(one => one.Id).Where(id => !string.IsNullOrEmpty(id)).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(
            page.QuerySelectorAll("a[href^='#']"),
            link => Assert.Contains(Uri.UnescapeDataString(link.GetAttribute("href")![1..]), ids)
        );
        Assert.Empty(page.QuerySelectorAll("a a"));
    }
}
