using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

public sealed class MarkupTests
{
    [Fact]
    public void Headings_get_anchors_that_keep_their_script_and_are_unique()
    {
        var read = Reading.Lesson(
            "## Дія, засіб, мета\n\n### Чому 2?\n\n## Дія, засіб, мета\n\n## Згода {#consent}\n"
        );

        read.IsClean();
        Assert.Equal(
            "<h2 id=\"дія-засіб-мета\">Дія, засіб, мета</h2>\n<h3 id=\"чому-2\">Чому 2?</h3>\n"
                + "<h2 id=\"дія-засіб-мета-1\">Дія, засіб, мета</h2>\n<h2 id=\"consent\">Згода</h2>",
            read.Html()
        );
        var sections = read.Course("basics")!.Draft!.Activities[0].Lesson!.Sections;
        Assert.Equal(
            ["дія-засіб-мета", "дія-засіб-мета-1", "consent"],
            sections.Select(section => section.Anchor)
        );
    }

    [Theory]
    [InlineData("## А {#x}\n\n## Б {#x}", "duplicate-id", 7, 1)]
    [InlineData("## А {#Xy}", "bad-id", 5, 6)]
    [InlineData("## А {#1x}", "bad-id", 5, 6)]
    [InlineData("## А {class=x}", "unknown-attribute", 5, 7)]
    [InlineData("Заголовок {style=x}\n---", "unknown-attribute", 5, 12)]
    [InlineData("## А {=}", "attribute-syntax", 5, 6)]
    [InlineData("# А", "heading-order", 5, 1)]
    [InlineData("## А\n\n#### Б", "heading-order", 7, 1)]
    public void A_wrong_heading_is_found_at_its_place(
        string markdown,
        string code,
        int line,
        int column
    )
    {
        var finding = Reading.Lesson(markdown).Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
    }

    [Fact]
    public void A_table_scrolls_in_a_box_named_by_its_columns()
    {
        var read = Reading.Lesson("| дія | засіб |\n|:-:|--:|\n| **a** | b |\n");

        read.IsClean();
        Assert.Equal(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Таблиця: дія, засіб\">\n"
                + "<table>\n<thead>\n<tr><th scope=\"col\" class=\"align-center\">дія</th>"
                + "<th scope=\"col\" class=\"align-right\">засіб</th></tr>\n</thead>\n<tbody>\n"
                + "<tr><td class=\"align-center\"><strong>a</strong></td><td class=\"align-right\">b</td></tr>\n"
                + "</tbody>\n</table>\n</div>",
            read.Html()
        );
    }

    [Fact]
    public void Links_to_other_sites_tell_them_nothing_and_stay_in_the_window()
    {
        var read = Reading.Lesson(
            "[x](https://a.example/?q=1&r=ї) <https://b.example> <a@b.example> [т](tel:102)"
        );

        read.IsClean();
        Assert.Equal(
            "<p><a href=\"https://a.example/?q=1&amp;r=%D1%97\" rel=\"noopener noreferrer\">x</a> "
                + "<a href=\"https://b.example\" rel=\"noopener noreferrer\">https://b.example</a> "
                + "<a href=\"mailto:a@b.example\">a@b.example</a> <a href=\"tel:102\">т</a></p>",
            read.Html()
        );
    }

    [Fact]
    public void A_link_to_a_file_of_the_course_leads_to_its_page()
    {
        using var content = new ContentFolder();
        content
            .WriteLesson(
                "## Початок\n\n[а](02-check.quiz.md) [б](../course.md) [в](#початок) [г](../02-more/01-next.md#дія)"
                    + " [ґ](01-first.md) [д](/help) [е](/courses/basics)\n"
            )
            .Write("courses/basics/02-more/01-next.md", SoundContent.LessonHead + "## Дія\n");

        var html = content.Check().Html();

        Assert.Contains("href=\"/courses/basics/check\"", html);
        Assert.Contains("href=\"/courses/basics\"", html);
        Assert.Contains("href=\"#%D0%BF%D0%BE", html);
        Assert.Contains("href=\"/courses/basics/next#%D0%B4%D1%96%D1%8F\"", html);
        Assert.Contains("href=\"/courses/basics/first\"", html);
        Assert.Contains("href=\"/help\"", html);
    }

    [Theory]
    [InlineData("[x](03-none.md)", "broken-link", null)]
    [InlineData("[x](02-chek.quiz.md)", "broken-link", "02-check.quiz.md")]
    [InlineData("[x](../../other/course.md)", "broken-link", null)]
    [InlineData("[x](../../../../../etc/passwd)", "broken-link", null)]
    [InlineData("[x](/courses/none)", "broken-link", null)]
    [InlineData("[x](#почтаок)", "broken-anchor", "початок")]
    [InlineData("[x](02-check.quiz.md#q-count)", "broken-anchor", null)]
    [InlineData("![x](https://a.example/p.png)", "foreign-media", null)]
    public void A_link_to_nothing_is_an_error_at_its_place(
        string link,
        string code,
        string? nearest
    )
    {
        var finding = Reading.Lesson($"## Початок\n\nТекст {link}\n").Only(code);

        Assert.Equal((7, 7), (finding.Line, finding.Column));
        Assert.Equal(nearest, finding.Suggestion);
    }

    [Fact]
    public void Numbers_of_a_list_and_code_stay()
    {
        var read = Reading.Lesson("3. а\n4. б\n\n``` js\nlet x = '<b>'\n```\n");
        var html = read.Html();

        read.IsClean();

        Assert.Contains("<ol start=\"3\">", html);
        Assert.Contains("<pre><code>let x = '&lt;b&gt;'\n</code></pre>", html);
    }
}
