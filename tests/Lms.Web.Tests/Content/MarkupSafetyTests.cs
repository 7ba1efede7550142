using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lms.Web.Content;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary>What Markdown alone lets through, stopped by two walls.</summary>
public sealed partial class MarkupSafetyTests
{
    public static TheoryData<string> Attacks =>
        [
            "[x](javascript:alert(1))",
            "[x](JaVaScRiPt:alert(1))",
            "[x](java&#115;cript:alert(1))",
            "[x](javascript&colon;alert(1))",
            "[x](<java\tscript:alert(1)>)",
            "[x](<javascript :alert(1)>)",
            "[x](&#1;javascript:alert(1))",
            "[x](vbscript:msgbox(1))",
            "[x](data:text/html;base64,PHNjcmlwdD4=)",
            "[x](file:///etc/passwd)",
            "[x](//evil.example/)",
            "[x](\\\\evil.example)",
            "[x](/\\evil.example)",
            "[x](https:evil)",
            "[x](https://user:pass@evil.example/)",
            "<javascript:alert(1)>",
            "<vbscript:msgbox(1)>",
            "[x][1]\n\n[1]: javascript:alert(1)",
            "![x](javascript:alert(1))",
            "![x](data:image/svg+xml,%3Csvg%20onload=alert(1)%3E)",
            "![](https://www.youtube.com/watch?v=x)",
            "[![x](javascript:1)](javascript:alert(1))",
            "[x](mailto:a@b.example?body=x\"onclick=alert(1))",
            "[x](tel:+380;onclick=1)",
            "## h {onmouseover=alert(1)}",
            "## h {#a onclick=alert(1)}",
            "[x](02-check.quiz.md){onclick=alert(1)}",
            "``` js {onclick=alert(1)}\nx\n```",
            "::: {onclick=alert(1)}\nx\n:::",
            "::: case {onclick=alert(1)}\nx\n:::",
            "::: details x {#a style=x}\nx\n:::",
            "::: details x\n[x](javascript:alert(1))\n:::",
            "> [!NOTE]\n> x\n> {onclick=alert(1)}",
            "[x](feed:https://evil.example)",
        ];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_an_error_and_reaches_no_page(string markdown)
    {
        var read = Reading.Lesson(markdown);

        Assert.True(read.HasErrors, read.Html());
        IsHarmless(read.Html());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("a <b onclick=\"alert(1)\">b</b>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<!-- x --><iframe src=//evil.example>")]
    [InlineData("<style>@import url(//evil.example)</style>")]
    [InlineData("<form action=//evil.example><input></form>")]
    public void Html_is_shown_as_text_with_a_warning(string markdown)
    {
        var read = Reading.Lesson(markdown);

        Assert.Contains("raw-html", read.Codes());
        Assert.DoesNotContain("unsafe-html", read.Codes());
        IsHarmless(read.Html());
        Assert.Contains("&lt;", read.Html());
    }

    [Theory]
    [InlineData("x{onclick=alert(1)}")]
    [InlineData("Пишіть {ім’я} у дужках.")]
    [InlineData("`<script>` і `[[term]]`, \\[[term]]")]
    [InlineData("[x](java\nscript:alert(1))")]
    [InlineData("2 < 3 і x <y")]
    public void Braces_and_brackets_elsewhere_are_text(string markdown)
    {
        var read = Reading.Lesson(markdown);

        Assert.False(read.HasErrors, read.Lines());
        IsHarmless(read.Html());
    }

    [Fact]
    public void A_question_is_no_way_around()
    {
        var read = Reading.Quiz(
            "## <i onclick=1>[q](javascript:1) {#q}\n\n- [x] [a](vbscript:1)\n  > <script>1</script>\n"
                + "- [ ] <javascript:2>\n\n> [e](data:text/html,1)\n"
        );

        Assert.Equal(4, read.Codes().Count(code => code == "unsafe-address"));
        var question = Assert.Single(read.TheQuiz().Questions);
        string?[] parts =
        [
            question.PromptHtml,
            question.ExplanationHtml,
            .. question.Options.SelectMany(option => new[] { option.Html, option.FeedbackHtml }),
        ];
        Assert.All(parts, part => IsHarmless(part ?? ""));
    }

    [Fact]
    public void Titles_of_links_are_escaped()
    {
        var html = Reading.Lesson("[x](https://a.example 'a\" onclick=\"alert(1)')").Html();

        IsHarmless(html);
        Assert.Contains("title=", html);
    }

    [Theory]
    [InlineData("<p onclick=\"alert(1)\">x</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"java&#9;script:alert(1)\">x</a>")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg><use href=\"data:image/svg+xml,x\"></use></svg>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<p style=\"background:url(//evil.example)\">x</p>")]
    [InlineData("<form><input name=a></form>")]
    public void The_second_wall_holds_alone_and_says_so(string html)
    {
        var findings = new Findings();
        var file = SourceFile.Of("текст", "a.md", findings)!;
        var text = MarkupText.OfPage(file, 0, new MarkupSetting("uk", ActRegister.Empty));

        var safe = SafeHtml.Of(html, text);

        IsHarmless(safe);
        Assert.DoesNotContain("style", safe);
        Assert.Contains(findings.All, finding => finding.Code == "unsafe-html");
    }

    [Fact]
    public void The_title_of_a_block_is_escaped()
    {
        var read = Reading.Lesson(
            "::: details </summary><script>1</script>\nа\n:::\n\n::: sensitive <img src=x onerror=1>\nа\n:::"
        );

        IsHarmless(read.Html());
        Assert.Contains("&lt;img", read.Html());
        Assert.DoesNotContain("unsafe-html", read.Codes());
    }

    [Fact]
    public void The_source_of_a_norm_is_escaped()
    {
        var read = Reading.Lesson(
            "> [!LAW]\n> а\n> {act=3739-VI article=\"<img src=x onerror=1>\" as-of=2026-01-01}"
        );

        IsHarmless(read.Html());
        Assert.Contains("&lt;img", read.Html());
    }

    internal static void IsHarmless(string html)
    {
        string[] allowed = ["http:", "https:", "mailto:", "tel:"];
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            Assert.DoesNotContain(
                element.Attributes,
                one => one.Name.StartsWith("on", StringComparison.Ordinal)
            );
            Assert.DoesNotContain(
                element.LocalName,
                "script style iframe object embed svg form".Split(' ')
            );
            // Pictures and players are files of this site.
            Assert.Matches("^$|^/[^/]", element.GetAttribute("src") ?? "");
            var href = element.GetAttribute("href");
            Assert.True(
                href is null or ['#', ..] or ['/', not '/', ..]
                    || Array.Exists(allowed, href.StartsWith)
                    || OfPractice().IsMatch(href),
                href
            );
        }
    }

    /// <summary>From a lesson to its question for practice: our own relative link, and the only one.</summary>
    [GeneratedRegex("^[a-z0-9-]+/practice/[a-z][a-z0-9-]*$", RegexOptions.None, 1000)]
    private static partial Regex OfPractice();
}
