using System.Text;
using CsCheck;
using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Foreign texts become our Markdown, and read as they did.</summary>
public sealed class ProseTests
{
    [Theory]
    [InlineData("<p>а</p><p>б</p>", "а\n\nб")]
    [InlineData("а<br>б<br><br>в", "а\\\nб\n\nв")]
    [InlineData("<p>&nbsp;</p>а", "а")]
    [InlineData("<b>а</b><strong>б</strong> <i>в</i>", "**аб** *в*")]
    [InlineData("а <b> б </b> в", "а **б** в")]
    [InlineData("<b><i>а</i></b>", "***а***")]
    [InlineData("<ul><li>а</li><li>б<ul><li>в</li></ul></li></ul>", "* а\n\n* б\n\n  * в")]
    [InlineData("<ol><li>а</li><li>б</li></ol>", "1) а\n2) б")]
    [InlineData("<blockquote><p>а</p><p>б</p></blockquote>", "> а\n>\n> б")]
    [InlineData("<pre>## а\n  {б}</pre>", "```\n## а\n  {б}\n```")]
    [InlineData("<code>а`б</code>", "``а`б``")]
    [InlineData("<h3>а</h3>", "а")]
    [InlineData(
        "<a href='https://example.org/(a)?x=1&y=_2_'>а</a>",
        @"[а](https://example.org/%28a%29?x=1&y=\_2\_)"
    )]
    [InlineData("<a href='/а'>а</a>", "а")]
    [InlineData(
        "<table><tr><th>а</th><th>б</th></tr><tr><td>1</td><td>2|3</td></tr></table>",
        "| а | б |\n| --- | --- |\n| 1 | 2\\|3 |"
    )]
    [InlineData(
        "<table><tr><td colspan=2>а</td></tr><tr><td>б</td><td>в</td></tr></table>",
        "а\n\nб\n\nв"
    )]
    [InlineData("<img src=x alt='що на ній'>", "що на ній")]
    [InlineData("<svg onload=alert(1)>а</svg>б", "б")]
    public void Html_becomes_Markdown(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html));

    [Theory]
    [InlineData("## а")]
    [InlineData("- [x] а")]
    [InlineData("1. а")]
    [InlineData("2024) а")]
    [InlineData("> [!LAW]")]
    [InlineData("::: sensitive а")]
    [InlineData("[[термін]]")]
    [InlineData("___{а|б}")]
    [InlineData("а {#id}")]
    [InlineData("а {weight=100}")]
    [InlineData("= 5")]
    [InlineData("=~ `x`")]
    [InlineData("[^1]: а")]
    [InlineData("*[АБВ]: а")]
    [InlineData("^^^")]
    [InlineData(": а")]
    [InlineData("---")]
    [InlineData("```")]
    [InlineData("| а | б |")]
    [InlineData("<b>а</b> &amp; &copy;")]
    [InlineData(@"\* \\")]
    [InlineData("~~а~~ `б` __в__ **г**")]
    [InlineData("![а](https://example.org/a.png)")]
    [InlineData("<https://example.org>")]
    [InlineData("https://example.org/a_b_c*d*, www.example.org, mailto:a@example.org")]
    public void Letters_that_mean_something_to_us_stay_letters(string text)
    {
        var markdown = Convert(text, TextFormat.Plain);

        Assert.Equal($"<p>{System.Net.WebUtility.HtmlEncode(text)}</p>", Html(markdown));
        string[] forms = ["[[", "___{", "{#", "{weight", "\n:::", "*["];
        Assert.DoesNotContain(
            forms,
            form => ("\n" + markdown).Contains(form, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Random_html_reads_the_same_again() =>
        AnyHtml.Sample(
            html =>
            {
                if (Read(html, TextFormat.Html) is { } once)
                {
                    Assert.Equal(once, Convert(ForeignMarkdown.Html(once)!));
                }
            },
            iter: 2_000,
            threads: 1
        );

    private static readonly string[] Words =
    [
        "слово",
        "а",
        " ",
        ".",
        "*",
        "_",
        "`",
        "#",
        "[x]",
        "{#id}",
        "1.",
        "-",
        "&lt;",
        "&amp;copy;",
        "\\",
        "|",
        "~",
        "=",
        ":::",
        "!",
        "\n",
        "<br>",
        "&nbsp;",
        "https://example.org/",
    ];

    private static readonly Gen<string> AnyWords = Gen.Int[0, Words.Length - 1]
        .Select(index => Words[index])
        .Array[1, 6]
        .Select(string.Concat);

    private static readonly Gen<string> AnyHtml = Gen.OneOf(
            AnyWords,
            Within("p"),
            Within("b"),
            Within("i"),
            Within("code"),
            Within("u"),
            AnyWords.Select(words => $"<a href='https://example.org/a'>{words}</a>"),
            Within("blockquote"),
            Within("pre"),
            AnyWords.Array[1, 3].Select(items => $"<ul>{Joined("li", items)}</ul><p>т</p>"),
            AnyWords.Array[1, 3].Select(items => $"<ol>{Joined("li", items)}</ol><p>т</p>"),
            AnyWords
                .Array[2]
                .Select(cells => $"<table><tr>{Joined("td", cells)}</tr></table><p>т</p>")
        )
        .Array[1, 6]
        .Select(string.Concat);

    private static Gen<string> Within(string tag) =>
        AnyWords.Select(words => $"<{tag}>{words}</{tag}>");

    private static string Joined(string tag, string[] items) =>
        string.Concat(items.Select(item => $"<{tag}>{item}</{tag}>"));

    private static string Convert(string text, TextFormat format = TextFormat.Html) =>
        Read(text, format) ?? throw new InvalidOperationException(text);

    private static string? Read(string text, TextFormat format)
    {
        var scope = new QuestionScope(ImportFile.Of("f", Encoding.UTF8.GetBytes(text)), 1, 1);
        var written = new ForeignProse().Blocks(new(text, format), scope);
        return scope.IsRefused ? null : written;
    }

    private static string Html(string markdown) =>
        Lms.Web.Content.Markup.MarkupPipeline.Parse(markdown) is { } document
            ? Markdig.Markdown.ToHtml(document).Trim()
            : "";
}
