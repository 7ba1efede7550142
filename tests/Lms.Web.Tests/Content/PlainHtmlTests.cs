using CsCheck;
using Lms.Web.Content.Markup;

namespace Lms.Web.Tests.Content;

/// <summary>What is let past the second wall is what the wall would have given back.</summary>
public sealed class PlainHtmlTests
{
    private static readonly string[] Pieces =
    [
        "<p>",
        "</p>",
        "\n",
        " ",
        "слово",
        "’",
        "«»",
        "\"",
        "'",
        "a=b",
        "<em>",
        "</em>",
        "<strong>",
        "</strong>",
        "<code>",
        "</code>",
        "&amp;",
        "&lt;",
        "<",
        ">",
        "&",
        "&quot;",
        "<br>",
        "<em>а</em>",
        "\u00a0",
        "\u0001",
        "\u200b",
        "\u2028",
        "\ufeff",
        "\ufffd",
        "\t",
        "😀",
        "<P>",
        "<p >",
        "/",
        "-->",
    ];

    private static readonly Gen<string> Html = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[0, 8]
        .Select(string.Concat);

    private static readonly Gen<string> Simple = Gen.Int[0, 17]
        .Select(index => Pieces[index])
        .Array[0, 12]
        .Select(string.Concat);

    [Fact]
    public void What_is_plain_comes_out_of_the_wall_as_it_went_in() =>
        Gen.OneOf(Html, Simple)
            .Select(html => html.Trim())
            .Where(PlainHtml.Is)
            .Sample(html => Assert.Equal(html, Walled(html)), iter: 3000);

    [Theory]
    [InlineData("", true)]
    [InlineData("слово", true)]
    [InlineData("<p>слово</p>", true)]
    [InlineData("<p>одне</p>\n<p>друге</p>", true)]
    [InlineData("<p>одне</p><p>друге</p>", true)]
    [InlineData("<p><p>а</p></p>", false)]
    [InlineData("<p>а</p>б", false)]
    [InlineData("<p onclick=x>а</p>", false)]
    [InlineData("а<script>", false)]
    [InlineData("а &amp; <em>б <strong>в</strong></em>", true)]
    [InlineData("<em>а <em>б</em></em>", false)]
    [InlineData("<em>а <strong>б</em></strong>", false)]
    [InlineData("<p><em>а</p><p>б</em></p>", false)]
    [InlineData("&quot;", false)]
    [InlineData("<p>а", false)]
    public void Plain_is_text_with_emphasis_and_paragraphs_of_it(string html, bool isPlain) =>
        Assert.Equal(isPlain, PlainHtml.Is(html));

    private static string Walled(string html) =>
        SafeHtml.Sanitized(html, name => Assert.Fail($"{name} was taken out."));
}
