namespace Lms.Web.Tests.Content;

/// <summary>What GitHub adds to the words of CommonMark, and tasks.</summary>
public sealed class InlineFormTests
{
    [Theory]
    [InlineData("~~так~~ і ~~не\n\nтак~~", "<p><del>так</del> і ~~не</p>\n<p>так~~</p>")]
    [InlineData("5~10 та ~5, ~6", "<p>5~10 та ~5, ~6</p>")]
    [InlineData("www.a.example/x.", "<p>{https://www.a.example/x|www.a.example/x}.</p>")]
    [InlineData("(https://a.example/b)", "<p>({https://a.example/b|https://a.example/b})</p>")]
    [InlineData(
        "https://a.example/?q=(x) і https://a.example/y&copy;",
        "<p>{https://a.example/?q=(x)|https://a.example/?q=(x)} і {https://a.example/y|https://a.example/y}©</p>"
    )]
    [InlineData(
        "**https://a.example**",
        "<p><strong>{https://a.example|https://a.example}</strong></p>"
    )]
    [InlineData("слово.https://a.example", "<p>слово.https://a.example</p>")]
    [InlineData(
        "ftp://a.example/ і javascript:alert(1)",
        "<p>ftp://a.example/ і javascript:alert(1)</p>"
    )]
    [InlineData("`https://a.example`", "<p><code>https://a.example</code></p>")]
    public void Struck_words_and_bare_addresses(string markdown, string expected)
    {
        var read = Reading.Lesson(markdown);

        read.IsClean();
        Assert.Equal(Links(expected, " rel=\"noopener noreferrer\""), read.Html());
    }

    [Theory]
    [InlineData(
        "Пишіть: a.b-c_d@a.b.example.",
        "<p>Пишіть: {mailto:a.b-c_d@a.b.example|a.b-c_d@a.b.example}.</p>"
    )]
    [InlineData(
        "a@b.example, c@d.example",
        "<p>{mailto:a@b.example|a@b.example}, {mailto:c@d.example|c@d.example}</p>"
    )]
    [InlineData("_a_b@c.example_", "<p><em>{mailto:a_b@c.example|a_b@c.example}</em></p>")]
    [InlineData("a@b і a@b.c_ і a@b.c-", "<p>a@b і a@b.c_ і a@b.c-</p>")]
    [InlineData("[a@b.example](mailto:c@d.example)", "<p>{mailto:c@d.example|a@b.example}</p>")]
    public void Bare_mail_addresses(string markdown, string expected)
    {
        var read = Reading.Lesson(markdown);

        read.IsClean();
        Assert.Equal(Links(expected, ""), read.Html());
    }

    [Fact]
    public void Tasks_are_read_by_eye_and_by_ear_and_cannot_be_ticked()
    {
        var read = Reading.Lesson(
            "- [ ] зробити\n- [х] **зроблено**\n- [xy] не завдання\n- слово\n"
        );

        read.IsClean();
        Assert.Equal(
            "<ul>\n"
                + "<li><span class=\"task\" role=\"img\" aria-label=\"зробити\">☐</span> зробити</li>\n"
                + "<li><span class=\"task\" role=\"img\" aria-label=\"зроблено\">☑</span> <strong>зроблено</strong></li>\n"
                + "<li>[xy] не завдання</li>\n<li>слово</li>\n</ul>",
            read.Html()
        );
    }

    [Fact]
    public void Words_of_tasks_are_in_the_language_of_the_course()
    {
        using var content = new ContentFolder();
        content
            .Replace(ContentFolder.Course, "language: uk", "language: en")
            .WriteLesson("1. [X] told\n\n   more\n");

        Assert.Contains(
            "<li><p><span class=\"task\" role=\"img\" aria-label=\"done\">☑</span> told</p>",
            content.Check().Html().Replace("<li>\n", "<li>")
        );
    }

    /// <summary>Opens <c>{address|words}</c>.</summary>
    private static string Links(string html, string rel) =>
        string.Join(
            "</a>",
            html.Replace("{", "<a href=\"")
                .Split('}')
                .Select(part => part.Replace("|", $"\"{rel}>"))
        );
}
