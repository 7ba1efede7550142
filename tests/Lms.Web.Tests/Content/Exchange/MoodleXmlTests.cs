namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Moodle XML, place by place; whole files stand in <see cref="GoldenTests"/>.</summary>
public sealed class MoodleXmlTests
{
    [Theory]
    [InlineData("", "1:1 import-without-questions")]
    [InlineData(" ", "1:1 moodle-xml-malformed")]
    [InlineData("<quiz/>", "1:1 import-without-questions")]
    [InlineData("<quizz/>", "1:1 moodle-xml-root")]
    [InlineData("<html><body/></html>", "1:1 moodle-xml-root")]
    [InlineData("<quiz>\n<question type='truefalse'>\n</quiz>", "3:3 moodle-xml-malformed")]
    [InlineData("<quiz>\n &a;</quiz>", "2:3 moodle-xml-malformed")]
    [InlineData("<!DOCTYPE quiz><quiz/>", "1:1 moodle-xml-doctype")]
    public void A_file_that_is_no_quiz_is_refused_at_its_place(string xml, string place) =>
        Assert.Equal([place], Importing.Read("moodlexml", xml).Places());

    [Theory]
    [InlineData("Це {1:MC:=а~б#ні}.", "Це ___{*а|б}.")]
    [InlineData("Це {:MCVS:а~%100%б}.", "Це ___{а|*б}.")]
    [InlineData("Це {1:SHORTANSWER:=а~=б}.", "Це ___{а|б}.")]
    [InlineData("Це {1:NM:=2.5}.", "Це ___{2.5|2,5}.")]
    [InlineData("Це {1:SA:=<b>а</b>&nbsp;б}.", "Це ___{а б}.")]
    [InlineData("Це {1:SA:=а} й {дужки}.", "Це ___{а} й &#123;дужки&#125;.")]
    public void A_field_becomes_a_gap(string text, string prompt) =>
        Assert.Equal(
            $"## Заповніть пропуски. {{#q}}\n\n{prompt}\n",
            Importing.Read("moodlexml", Cloze(text)).OnlyMarkdown()
        );

    [Theory]
    [InlineData("{1:MC:а~б}")]
    [InlineData("{1:MC:=а~=б}")]
    [InlineData("{1:MRH:=а~=б}")]
    [InlineData("{1:ESSAY:а}")]
    [InlineData(@"{1:SA:=а\}б}")]
    [InlineData("{1:SA:=а*}")]
    [InlineData("{1:SA:=а|б}")]
    [InlineData("{1:SA:=а~=а}")]
    public void A_field_that_no_gap_can_hold_refuses_the_question(string text) =>
        Assert.Equal(["1:7 import-gap"], Importing.Read("moodlexml", Cloze(text)).Places());

    [Fact]
    public void Nothing_of_an_embedded_file_is_kept()
    {
        var read = Importing.Read(
            "moodlexml",
            "<quiz><question type='essay'><questiontext><text>а</text><file name='x.png'>QUJD</file></questiontext></question></quiz>"
        );

        Assert.DoesNotContain("QUJD", read.OnlyMarkdown(), StringComparison.Ordinal);
        Assert.Equal(["1:7 import-file-not-taken"], read.Places());
    }

    private static string Cloze(string text) =>
        $"<quiz><question type='cloze'><questiontext><text><![CDATA[{text}]]></text></questiontext></question></quiz>";
}
