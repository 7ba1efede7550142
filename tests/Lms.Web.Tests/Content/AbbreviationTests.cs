namespace Lms.Web.Tests.Content;

public sealed class AbbreviationTests
{
    private const string Meaning =
        "\n\n*[НМВ]: національний механізм взаємодії\n*[ВООЗ]: організація\n";

    [Theory]
    [InlineData("Це НМВ.", "<p>Це |.</p>")]
    [InlineData("«НМВ», НМВ-2 і (НМВ)", "<p>«|», |-2 і (|)</p>")]
    [InlineData("**НМВ** і *про НМВ*", "<p><strong>|</strong> і <em>про |</em></p>")]
    [InlineData("НМВу, АНМВ, нмв", "<p>НМВу, АНМВ, нмв</p>")]
    [InlineData("`НМВ` [НМВ](https://a.example/НМВ)", null)]
    public void An_abbreviation_is_explained_where_it_stands_alone(
        string markdown,
        string? expected
    )
    {
        var html = Reading.Lesson(markdown + Meaning).Html();

        expected ??= html.Replace("|", "");
        Assert.Equal(
            expected.Replace("|", "<abbr title=\"національний механізм взаємодії\">НМВ</abbr>"),
            html
        );
        Assert.Equal(
            markdown.StartsWith('`') || expected.Contains("НМВу"),
            !html.Contains("<abbr")
        );
    }

    [Fact]
    public void A_heading_with_one_keeps_its_words_as_anchor()
    {
        var read = Reading.Lesson("## Що таке НМВ\n\n*[НМВ]: механізм\n");

        read.IsClean();
        Assert.Equal(
            "<h2 id=\"що-таке-нмв\">Що таке <abbr title=\"механізм\">НМВ</abbr></h2>",
            read.Html()
        );
    }

    [Fact]
    public void The_longest_stands_and_the_meaning_is_plain_text()
    {
        var html = Reading.Lesson("НМВ ЄС і НМВ\n\n*[НМВ]: а\n*[НМВ ЄС]: \"<b>\" *б*\n").Html();

        Assert.Equal(
            "<p><abbr title=\"&quot;&lt;b&gt;&quot; *б*\">НМВ ЄС</abbr> і <abbr title=\"а\">НМВ</abbr></p>",
            html.Replace("\"<b>\"", "&quot;&lt;b&gt;&quot;")
        );
    }

    [Theory]
    [InlineData("А\n\n*[А]: а\n*[А]: б", "duplicate-abbreviation", 8)]
    [InlineData("А\n\n*[Б]: б", "unused-abbreviation", 7)]
    public void A_useless_explanation_is_a_warning_at_its_place(
        string markdown,
        string code,
        int line
    ) => Assert.Equal(line, Reading.Lesson(markdown).Only(code).Line);

    [Fact]
    public void There_are_a_hundred_at_most()
    {
        var lines = Enumerable.Range(0, 101).Select(number => $"*[А{number}]: а");

        Assert.Equal(
            107,
            Reading.Lesson($"А0\n\n{string.Join('\n', lines)}").Only("too-many-abbreviations").Line
        );
    }

    [Theory]
    [InlineData("*[слово](https://a.example)*")]
    [InlineData("*[а]:* б")]
    [InlineData("    *[А]: б")]
    [InlineData("*[]: б")]
    public void What_only_looks_like_one_is_text(string markdown) =>
        Assert.DoesNotContain("abbreviation", string.Join(' ', Reading.Lesson(markdown).Codes()));
}
