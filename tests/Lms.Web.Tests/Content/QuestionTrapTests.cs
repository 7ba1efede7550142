namespace Lms.Web.Tests.Content;

/// <summary>Each mistake an author can make in a question, found at its place.</summary>
public sealed class QuestionTrapTests
{
    [Theory]
    [InlineData("## П {#q}\n\n- = а\n- б", "answer-without-sign", 8, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n- = б", "option-without-mark", 8, 1)]
    [InlineData("## П {#q}\n\n- = а\n- =", "empty-answer", 8, 1)]
    [InlineData("## П {#q}\n\n- = \u00ad", "empty-answer", 7, 1)]
    [InlineData("## П {#q}\n\n- = 5*3*2", "answer-not-plain", 7, 1)]
    [InlineData("## П {#q}\n\n- = `код`", "answer-not-plain", 7, 1)]
    [InlineData("## П {#q}\n\n- = а\n  > ні", "answer-has-more", 8, 3)]
    [InlineData("## П {#q}\n\n- =~ ^а$", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- =~ `(а`", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- =~ `а)|(?:б`", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- =~ `(а)\\1`", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- =~ `(?=а)`", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- =~ `а` `б`", "bad-pattern", 7, 1)]
    [InlineData("## П {#q}\n\n- = 28..32\n- = тридцять", "range-among-texts", 7, 1)]
    [InlineData("## П {#q}\n\n- = 32..28", "bad-range", 7, 1)]
    [InlineData("## П {#q}\n\n- = а\n\nТекст\n\n- = б", "two-option-lists", 11, 1)]
    [InlineData("## П {#q}\n\n- = а\n\n> ні\n\n- = б", "quote-between-options", 9, 1)]
    [InlineData("## П {#q}\n\n- 1..5", "scale-without-type", 7, 1)]
    [InlineData("## П {#q type=scale}\n\n- 5..1", "bad-scale", 7, 1)]
    [InlineData("## П {#q type=scale}\n\n- 1..11", "bad-scale", 7, 1)]
    [InlineData("## П {#q type=scale}\n\n- так", "bad-scale", 7, 1)]
    [InlineData("## П {#q type=scale}\n\n- 1..5\n- 1..7", "scale-without-range", 7, 1)]
    [InlineData("## П {#q type=scale}\n\nТекст", "scale-without-range", 5, 1)]
    [InlineData("## П {#q type=scale points=2}\n\n- 1..5", "attribute-of-other-type", 5, 21)]
    [InlineData("## П {#q min-words=5}\n\n- = а", "attribute-of-other-type", 5, 10)]
    [InlineData(
        "## П {#q type=ordering scoring=all}\n\n1. а\n2. б",
        "attribute-of-other-type",
        5,
        24
    )]
    [InlineData("## П {#q type=ordring}\n\n1. а\n2. б", "bad-attribute", 5, 10)]
    [InlineData("## П {#q type=essay min-words=0}\n\nТекст", "bad-attribute", 5, 21)]
    [InlineData("## П {#q tags=}\n\n- = а", "attribute-syntax", 5, 6)]
    [InlineData("## П {#q tags=a,,b}\n\n- = а", "bad-attribute", 5, 10)]
    [InlineData("## П {#q competence=Ж9}\n\n- = а", "unknown-code", 5, 10)]
    [InlineData("## П {#q type=ordering}\n\n- а\n- б", "ordering-without-steps", 5, 1)]
    [InlineData("## П {#q type=ordering}\n\n1. а", "too-few-steps", 7, 1)]
    [InlineData("## П {#q type=ordering}\n\n1. а\n2. а", "same-step", 8, 1)]
    [InlineData("## П {#q type=ordering}\n\n1. [x] а\n2. б", "mark-not-here", 7, 4)]
    [InlineData("## П {#q type=ordering}\n\n1. а\n2. б\n\nТекст", "text-after-options", 10, 1)]
    [InlineData("## П {#q type=matching}\n\nТекст", "matching-without-table", 5, 1)]
    [InlineData("## П {#q type=matching}\n\n|а|б|в|\n|-|-|-|\n|1|2|3|", "matching-columns", 7, 1)]
    [InlineData("## П {#q type=matching}\n\n|а|б|\n|-|-|\n|1|2|", "too-few-pairs", 7, 1)]
    [InlineData("## П {#q type=matching}\n\n|а|б|\n|-|-|\n|1|2|\n|1|3|", "same-left", 10, 1)]
    [InlineData(
        "## П {#q type=matching}\n\n|а|б|\n|-|-|\n|1|2|\n|3||\n|4|5|",
        "pair-without-right",
        10,
        1
    )]
    [InlineData(
        "## П {#q type=matching}\n\n|а|б|\n|-|-|\n|1|2|\n|3|4|\n||2|",
        "distractor-is-right",
        7,
        1
    )]
    [InlineData("## П {#q}\n\nМета ___{}", "empty-gap", 7, 6)]
    [InlineData("## П {#q}\n\nМета ___{а|}", "empty-gap", 7, 6)]
    [InlineData("## П {#q}\n\nМета ___{*а}", "gap-key", 7, 6)]
    [InlineData("## П {#q}\n\nМета ___{*а|*б}", "gap-key", 7, 6)]
    [InlineData("## П {#q}\n\nМета ___{а\n\n- = б", "gap-not-readable", 7, 6)]
    [InlineData("## П {#q}\n\nМета ____{а}\n\n- = б", "gap-not-readable", 7, 7)]
    [InlineData("## П {#q}\n\nМета ___{а}\n\n- [x] а\n- [ ] б", "gaps-and-options", 9, 1)]
    [InlineData("## П {#q}\n\n- [x] а ___{б}\n- [ ] б", "gap-outside-prompt", 7, 9)]
    [InlineData("## П {#q type=essay}\n\nТекст ___{б}", "gap-outside-prompt", 7, 7)]
    [InlineData("## П {#q}\n\n|а|б|\n|-|-|\n|1|___{б}|", "gap-in-table", 9, 4)]
    [InlineData("## П {#q}\n\n- [x] а {weight=50}\n- [ ] б", "weights-do-not-add-up", 7, 1)]
    [InlineData(
        "## П {#q}\n\n- [x] а {weight=100}\n- [x] б\n- [ ] в",
        "option-without-weight",
        8,
        1
    )]
    [InlineData("## П {#q}\n\n- [x] а {weight=пів}\n- [ ] б", "bad-weight", 7, 9)]
    [InlineData(
        "## П {#q}\n\n- [x] а {weight=50}\n- [x] б {weight=50}\n- [ ] в {weight=5}",
        "bad-weight",
        9,
        1
    )]
    [InlineData(
        "## П {#q scoring=all}\n\n- [x] а {weight=100}\n- [ ] б",
        "weights-and-scoring",
        7,
        1
    )]
    public void In_a_question(string markdown, string code, int line, int column)
    {
        var finding = Reading.Quiz(markdown).Only(code);

        Assert.Equal((line, column), (finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("Мета — ___{праця}.", "gap-outside-question")]
    [InlineData("| а |\n|---|\n| ___{праця} |", "gap-in-table")]
    public void In_a_lesson(string markdown, string code) => Reading.Lesson(markdown).Only(code);
}
