using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Every type of question as it is written, without a finding.</summary>
public sealed class QuestionTypeTests
{
    [Fact]
    public void Accepted_texts_make_a_short_text()
    {
        var question = Only<ShortText>(
            "## Як? {#q}\n\n- = торгівля людьми\n- = R&amp;D \\*\n- =~ `^\\d+|a\\|b$`\n\n> Так."
        );

        Assert.Equal(
            [new("торгівля людьми", false), new("R&D *", false), new(@"^\d+|a\|b$", true)],
            question.Accepted
        );
        Assert.Equal("<p>Так.</p>", question.ExplanationHtml);
    }

    [Theory]
    [InlineData("30 ± 2", 28, 32)]
    [InlineData("28..32", 28, 32)]
    [InlineData("2,5±0.5", 2, 3)]
    [InlineData("−5..-1", -5, -1)]
    [InlineData("1 000", 1000, 1000)]
    public void Numbers_and_ranges_alone_make_a_numeric(string written, int low, int high)
    {
        var question = Only<Numeric>($"## Скільки? {{#q}}\n\n- = {written}\n- = 7\n");

        Assert.Equal([new(low, high), new(7, 7)], question.Accepted);
    }

    [Fact]
    public void A_number_among_texts_is_a_text() =>
        Assert.Equal(
            [new("3", false), new("три", false)],
            Only<ShortText>("## Скільки? {#q}\n\n- = 3\n- = три\n").Accepted
        );

    [Fact]
    public void The_last_table_makes_pairs_and_an_empty_left_cell_a_distractor()
    {
        var question = Only<Matching>(
            "## П {#q type=matching}\n\n| будь | що |\n|--|--|\n| в | тексті |\n\n| номер | хто |\n|---|---|\n| 102 | *поліція* |\n| 116&nbsp;111 | діти |\n| | розклад |\n\n> Пояснення."
        );

        Assert.Equal([new("102", "<em>поліція</em>"), new("116&nbsp;111", "діти")], question.Pairs);
        Assert.Equal(["розклад"], question.DistractorsHtml);
        Assert.Contains("тексті", question.PromptHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("поліція", question.PromptHtml, StringComparison.Ordinal);
        Assert.Equal("<p>Пояснення.</p>", question.ExplanationHtml);
    }

    [Fact]
    public void The_last_numbered_list_makes_steps()
    {
        var question = Only<Ordering>(
            "## П {#q type=ordering}\n\n- умова\n\n1. перший\n2. **другий**\n3. третій\n"
        );

        Assert.Equal(["перший", "<strong>другий</strong>", "третій"], question.StepsHtml);
    }

    [Fact]
    public void Gaps_are_read_before_emphasis_and_show_nothing_of_their_answers()
    {
        var question = Only<Cloze>(
            "## Допишіть ___{перше_слово} {#q}\n\nДія, **___{засіб|спосіб}** і _мета_ ___{ *праці \\| тіла|*експлуатації|свят\\}а}.\n\n* у ___{\\*списку} теж\n\n> Пояснення."
        );

        Assert.Equal(
            "<p>Допишіть <span class=\"gap\" data-gap=\"0\"></span></p>"
                + "<p>Дія, <strong><span class=\"gap\" data-gap=\"1\"></span></strong> і <em>мета</em>"
                + " <span class=\"gap\" data-gap=\"2\"></span>.</p>\n<ul>\n<li>у <span class=\"gap\""
                + " data-gap=\"3\"></span> теж</li>\n</ul>",
            question.PromptHtml
        );
        Assert.Equal([new("перше_слово", false)], question.Gaps[0].Accepted);
        Assert.Equal([new("засіб", false), new("спосіб", false)], question.Gaps[1].Accepted);
        Assert.Equal(["*праці | тіла", "експлуатації", "свят}а"], question.Gaps[2].OptionsHtml);
        Assert.Equal(1, question.Gaps[2].Right);
        Assert.Equal([new("*списку", false)], question.Gaps[3].Accepted);
        Assert.Equal("<p>Пояснення.</p>", question.ExplanationHtml);
    }

    [Fact]
    public void A_gap_in_code_and_an_escaped_one_are_text()
    {
        var read = Reading.Quiz("## `___{а}` і \\___{б} {#q}\n\n- [x] а\n- [ ] б\n");

        read.IsClean();
        Assert.Contains(
            "<code>___{а}</code> і ___{б}",
            Assert.Single(read.TheQuiz().Questions).PromptHtml,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_essay_and_a_file_have_criteria_and_wait_for_a_trainer()
    {
        var read = Reading.Quiz(
            "## Опишіть {#q type=essay min-words=50 points=5}\n\nТекст.\n\n- є *приклад*\n- є висновок\n\n> Зразок.\n\n"
                + "## Додайте {#q-2 type=file}\n\nФайл.\n\n> Вимога.\n"
        );

        read.IsClean();
        var essay = Assert.IsType<Essay>(read.TheQuiz().Questions[0]);
        var file = Assert.IsType<FileUpload>(read.TheQuiz().Questions[1]);
        Assert.Equal((50, Points.Whole(5)), (essay.MinWords, essay.Points));
        Assert.Equal(["є <em>приклад</em>", "є висновок"], essay.CriteriaHtml);
        Assert.Equal("<p>Зразок.</p>", essay.ExplanationHtml);
        Assert.Empty(file.CriteriaHtml);
        Assert.Contains("Вимога", file.PromptHtml, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scale_is_worth_nothing()
    {
        var scale = Only<Scale>("## Наскільки? {#q type=scale}\n\n- 1..5\n", "graded: false");

        Assert.Equal((1, 5, Points.None), (scale.Low, scale.High, scale.Points));
    }

    [Fact]
    public void Weights_are_percent_of_the_question()
    {
        var question = Only<MultipleChoice>(
            "## П {#q}\n\n- [x] а {weight=60}\n- [x] б {weight=40}\n- [ ] в {weight=-25}\n- [ ] г {weight=−30}\n- [ ] ґ\n"
        );

        Assert.Equal([60, 40, -25, -30, null], question.Options.Select(option => option.Weight));
    }

    [Fact]
    public void Tags_and_a_competence_are_kept_and_a_look_alike_is_warned_of()
    {
        var read = Reading.Quiz("## П {#q tags=m1,ознаки,m1 competence=B1}\n\n- = а\n");

        Assert.Equal(Severity.Warning, read.Only("look-alike-code").Severity);
        var question = Assert.Single(read.TheQuiz().Questions);
        Assert.Equal(["m1", "ознаки"], question.Tags);
        Assert.Equal("В1", question.Competence);
    }

    private static T Only<T>(string markdown, string rule = "pass: 80")
        where T : Question
    {
        using var content = new ContentFolder();
        var read = content
            .WriteQuiz(markdown)
            .Replace(ContentFolder.Quiz, "minutes: 30", $"minutes: 30\n{rule}")
            .Check();
        read.IsClean();
        return Assert.IsType<T>(Assert.Single(read.TheQuiz().Questions));
    }
}
