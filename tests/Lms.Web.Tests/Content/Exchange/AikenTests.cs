namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Aiken; whole files stand in <see cref="GoldenTests"/>.</summary>
public sealed class AikenTests
{
    [Theory]
    [InlineData("П\nA) а\nB) б\nANSWER: B")]
    [InlineData("П\r\nA. а\r\nB. б\r\nANSWER:B\r\n")]
    [InlineData("\n\n  П\n\n A) а\n\n B) б\n\n ANSWER: B)\n\n")]
    [InlineData("П\nA)а\nB)б\nANSWER: B.")]
    [InlineData("П\nА) а\nВ) б\nANSWER: В")]
    public void A_question_is_read(string text) =>
        Assert.Equal(
            "## П {#q}\n\n- [ ] а\n- [x] б\n",
            Importing.Read("aiken", text).OnlyMarkdown()
        );

    [Theory]
    [InlineData("", "1:1 import-without-questions")]
    [InlineData("П", "1:1 aiken-not-a-question")]
    [InlineData("П\nA) а\nB) б", "1:1 aiken-without-answer")]
    [InlineData("П\nA) а\nще\nB) б\nANSWER: A", "3:1 aiken-option-wrapped")]
    [InlineData("П\nще\nA) а\nB) б\nANSWER: A", "2:1 aiken-text-wrapped")]
    [InlineData("П\nA) а\nB)\nANSWER: A", "1:1 import-empty-answer")]
    [InlineData("ANSWER: A", "1:1 aiken-without-text|1:1 aiken-answer-unknown")]
    public void What_is_wrong_is_said_at_its_place(string text, string places) =>
        Assert.Equal(places.Split('|').Order(), Importing.Read("aiken", text).Places().Order());
}
