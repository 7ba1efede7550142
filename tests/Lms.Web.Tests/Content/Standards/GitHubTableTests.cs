namespace Lms.Web.Tests.Content.Standards;

/// <summary>The rules of tables in GitHub-flavoured Markdown 0.29, section 4.10, in our own words.</summary>
public sealed class GitHubTableTests
{
    [Theory]
    [InlineData("| а | б |\n| --- | --- |\n| в | г |", "а,б;в,г")]
    [InlineData("| а | б |\n:-: | -----------:\nв | г", "а,б;в,г")]
    [InlineData("| а\\|б |\n| ------ |\n| в `\\|` г |\n| д **\\|** е |", "а|б;в | г;д | е")]
    [InlineData("| а | б |\n| --- | --- |\n| в | г |\n> цитата", "а,б;в,г")]
    [InlineData("| а | б |\n| --- | --- |\n| в | г |\nд\n\nкінець", "а,б;в,г;д,")]
    [InlineData("| а | б |\n| --- |\n| в |", "")]
    [InlineData("| а | б |\n| --- | --- |\n| в |\n| г | д | е |", "а,б;в,;г,д")]
    [InlineData("| а | б |\n| --- | --- |", "а,б")]
    [InlineData("| а | б |\n| --- | --- |\n- в | г", "а,б")]
    [InlineData("слово\n| а | б |\n| - | - |\n| в | г |", "а,б;в,г")]
    [InlineData("| а |\n| - |\n| `x | y` |", "а;`x")]
    public void Rows_and_cells(string markdown, string expected)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(
            Reading.Lesson(markdown).Html()
        );
        var rows = page.QuerySelectorAll("tr")
            .Select(row => string.Join(',', row.Children.Select(cell => cell.TextContent.Trim())));

        Assert.Equal(expected, string.Join(';', rows));
    }
}
