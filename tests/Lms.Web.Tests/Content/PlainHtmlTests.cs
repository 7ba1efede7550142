using CsCheck;
using Lms.Web.Content.Markup;
using Lms.Web.Tests.Content.Attacks;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary>What is let past the second wall is what the wall would have given back.</summary>
public sealed class PlainHtmlTests
{
    private static readonly string[] Tags =
        "br table thead tbody tr th td dl dt dd li ul ol em strong code del sup abbr span a p h2 h3 h6 pre summary blockquote aside div section details footer figure figcaption img input label b script".Split(
            ' '
        );

    private static readonly string[] Attributes =
    [
        "",
        " id=\"d-1\"",
        " class=\"callout note\"",
        " class=\"unknown\"",
        " class=\"callout  note\"",
        " href=\"https://example.org/a?b=c\"",
        " href=\"/courses/a#b:c\"",
        " href=\"a:b\"",
        " href=\"a/practice/b\"",
        " href=\"javascript:x\"",
        " href=\" https://a\"",
        " role=\"note\"",
        " title=\"а ’ =\"",
        " title=\"&amp;\"",
        " title='x'",
        " id=\"a\" id=\"b\"",
        " start=\"3\"",
        " tabindex=\"0\" aria-label=\"x\"",
        " onclick=\"x\"",
        " rel=\"noopener noreferrer\"",
        " disabled",
        "/",
        " ",
    ];

    private static readonly string[] Texts =
    [
        "\n",
        " ",
        "слово",
        "’",
        "\"",
        "a=b",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "&",
        "&quot;",
        "<P>",
        "<!-- -->",
        "</p>",
        "</em>",
        "\u00a0",
        "\u0001",
        "\r",
        "\t",
        "😀",
        "\uffff",
    ];

    /// <summary>Tags nested as they may be, or anyhow, between texts.</summary>
    private static readonly Gen<string> Html = Gen.Select(
            Gen.Int[0, 5],
            Gen.Int[0, 10_000],
            Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[0, Attributes.Length - 1]))
        )
        .Array[0, 24]
        .Select(Written);

    [Fact]
    public void What_is_plain_comes_out_of_the_wall_as_it_went_in() =>
        Html.Where(PlainHtml.Is).Sample(IsSameBehindTheWall, iter: 6000);

    [Fact]
    public void Tags_that_may_stand_in_each_other_are_nested_so_by_the_wall()
    {
        string[] between = ["", "\n", "x"];
        var all =
            from outer in Tags
            from middle in Tags
            from inner in Tags
            from text in between
            from html in new[]
            {
                $"<{outer}>{text}<{middle}>{text}<{inner}>{text}</{inner}>{text}</{middle}>{text}</{outer}>{text}",
                $"<{outer}>{text}<{middle}>{text}</{middle}>{text}<{inner}>{text}</{inner}></{outer}>",
            }
            where PlainHtml.Is(html)
            select html;

        var checkedOnes = 0;
        foreach (var html in all)
        {
            IsSameBehindTheWall(html);
            checkedOnes++;
        }

        Assert.True(checkedOnes > 1000);
    }

    [Fact]
    public void Every_letter_that_is_plain_stands_for_itself()
    {
        foreach (var letter in Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code))
        {
            string[] places = [$"<p>а{letter}б</p>", $"<p title=\"а{letter}б\">а</p>"];
            var plain = string.Concat(places.Where(PlainHtml.Is));
            if (plain.Length > 0)
            {
                IsSameBehindTheWall(plain);
            }
        }
    }

    [Fact]
    public void No_attack_is_plain_but_as_the_wall_leaves_it() =>
        Assert.All(
            from line in AttackLines.All
            from around in AttackTests.Around
            let html = FirstWall.Of(string.Format(null, around, line)).Trim()
            where PlainHtml.Is(html)
            select html,
            IsSameBehindTheWall
        );

    [Theory]
    [InlineData("", true)]
    [InlineData("слово", true)]
    [InlineData("<p>слово</p>", true)]
    [InlineData("<p>одне</p>\n<p>друге</p>", true)]
    [InlineData("<p><p>а</p></p>", false)]
    [InlineData("<p onclick=x>а</p>", false)]
    [InlineData("а<script>", false)]
    [InlineData("а &amp; <em>б <strong>в</strong></em>", true)]
    [InlineData("<em>а <em>б</em></em>", false)]
    [InlineData("<a href=\"/a\">а <em><a href=\"/b\">б</a></em></a>", false)]
    [InlineData("<em>а <strong>б</em></strong>", false)]
    [InlineData("<p><em>а</p><p>б</em></p>", false)]
    [InlineData("&quot;", false)]
    [InlineData("<p>а", false)]
    [InlineData("<ul>\n<li>а\n<ul>\n<li>б</li>\n</ul>\n</li>\n</ul>", true)]
    [InlineData("<ul>а<li>б</li></ul>", false)]
    [InlineData("<li>а</li>", false)]
    [InlineData("<p><ul></ul></p>", false)]
    [InlineData("<em><p>а</p></em>", false)]
    [InlineData("<table>\n<tbody>\n<tr><td>а</td></tr>\n</tbody>\n</table>", true)]
    [InlineData("<table><tr><td>а</td></tr></table>", false)]
    [InlineData("<table>а</table>", false)]
    [InlineData("<pre>\nа</pre>", false)]
    [InlineData("<p><a href=\"https://a.ua/\" rel=\"noopener noreferrer\">а</a></p>", true)]
    [InlineData("<p><a href=\"javascript:а\">а</a></p>", false)]
    [InlineData("<p><a href=\"/a&amp;b\">а</a></p>", false)]
    [InlineData("<p class=\"callout\" class=\"note\">а</p>", false)]
    [InlineData("<p class=\"\">а</p>", false)]
    [InlineData("<img src=\"/a\">", false)]
    public void Plain_are_tags_that_nest_as_written_and_letters_that_stand_for_themselves(
        string html,
        bool isPlain
    ) => Assert.Equal(isPlain, PlainHtml.Is(html));

    [Fact]
    public void Any_depth_is_answered() =>
        Assert.False(
            PlainHtml.Is(
                string.Concat(Enumerable.Repeat("<div>", 100_000))
                    + string.Concat(Enumerable.Repeat("</div>", 100_000))
            )
        );

    [Fact]
    public void A_lesson_of_sections_lists_links_tables_and_callouts_is_plain() =>
        Assert.True(
            PlainHtml.Is(
                FirstWall
                    .Of(
                        """
                        ## Розділ

                        **Перше** слово, [посилання](https://example.org/3?a=b) і *друге* та `код`.

                        - одне
                        - друге
                          1. третє

                        > [!NOTE]
                        > Виноска.

                        > Цитата.

                        | а | б |
                        |---|--:|
                        | 1 | 2 |

                        ::: details Ще
                        Слова.
                        :::
                        """
                    )
                    .Trim()
            )
        );

    [Fact]
    public void Lessons_of_the_repository_are_mostly_plain()
    {
        var lessons = Directory
            .EnumerateFiles(
                Repository.File("content", "courses"),
                "*.md",
                SearchOption.AllDirectories
            )
            .Where(file => char.IsDigit(Path.GetFileName(file)[0]))
            .Select(file => FirstWall.Of(File.ReadAllText(file).Split("\n---\n", 2)[1]).Trim())
            .ToList();

        Assert.True(
            lessons.Count(PlainHtml.Is) * 2 > lessons.Count,
            $"{lessons.Count(PlainHtml.Is)} of {lessons.Count}"
        );
    }

    private static string Written((int Step, int Number, int Attribute)[] steps)
    {
        var (html, open) = ("", new Stack<string>());
        foreach (var (step, number, attribute) in steps)
        {
            var here = open.TryPeek(out var name)
                ? PlainTag.Of(name)?.Holds ?? PlainContent.Nothing
                : PlainContent.Blocks;
            var fitting = Tags.Where(tag => PlainTag.Of(tag)?.MayStandIn(here) == true).ToList();
            if (step == 0 && open.TryPop(out var closed))
            {
                html += $"</{closed}>";
            }
            else if (step == 1)
            {
                html += here.HoldsWords()
                    ? Texts[number % (attribute == 0 ? 8 : Texts.Length)]
                    : "\n";
            }
            else if (step == 2 || fitting.Count > 0)
            {
                var tag =
                    step == 2 && attribute > 0 || fitting.Count == 0
                        ? Tags[number % Tags.Length]
                        : fitting[number % fitting.Count];
                html += $"<{tag}{Attributes[attribute]}>";
                if (PlainTag.Of(tag)?.Holds != PlainContent.Nothing)
                {
                    open.Push(tag);
                }
            }
        }

        return html + string.Concat(open.Select(tag => $"</{tag}>"));
    }

    private static void IsSameBehindTheWall(string html) =>
        Assert.Equal(
            html,
            SafeHtml.Sanitized(html, name => Assert.Fail($"{name} was taken out of {html}"))
        );
}
