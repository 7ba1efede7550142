namespace Lms.Web.Tests.Content;

public sealed class FigureTests
{
    [Fact]
    public void A_figure_has_its_caption()
    {
        var read = Reading.Lesson("^^^\n| а |\n|---|\n| б |\n^^^ Таблиця *перша*\n\nДалі.\n");

        read.IsClean();
        Assert.StartsWith("<figure>\n<div class=\"table-scroll\"", read.Html());
        Assert.EndsWith(
            "</div>\n<figcaption>Таблиця <em>перша</em></figcaption>\n</figure>\n<p>Далі.</p>",
            read.Html()
        );
    }

    [Theory]
    [InlineData("^^^ Підпис\nслово")]
    [InlineData("> ^^^\n> слово\n\nдалі")]
    [InlineData("^^^^\nслово\n^^")]
    public void An_unclosed_figure_is_an_error_where_it_opens(string markdown) =>
        Assert.Equal(5, Reading.Lesson(markdown).Only("figure-not-closed").Line);

    [Theory]
    [InlineData("^^^\nслово\n^^^")]
    [InlineData("- ^^^ підпис\n  слово\n  ^^^")]
    [InlineData("> ^^^\n> слово\n> ^^^ підпис")]
    public void A_figure_may_stand_in_other_blocks(string markdown) =>
        Reading.Lesson(markdown).IsClean();
}
