using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

public sealed class QuizTests
{
    [Fact]
    public void A_quiz_without_rules_has_the_defaults_of_the_format()
    {
        using var content = new ContentFolder();

        var rules = content.Check().TheQuiz().Rules;

        Assert.Equal(new QuizRules(), rules);
        Assert.Equal(80, rules.Pass.Percent);
    }

    [Fact]
    public void Every_rule_is_read()
    {
        using var content = new ContentFolder();
        content.Replace(
            ContentFolder.Quiz,
            "minutes: 30",
            "minutes: 30\npass: 75\nattempts: 3 per 24h\ncool-down: 10m\ntime: 20m\nkeep: last\nshuffle: true\nshow: never\ngraded: false\noffline-grace: 30m\nconfidence: true"
        );

        var expected = new QuizRules
        {
            Pass = new(75),
            Limit = new(3, TimeSpan.FromHours(24)),
            CoolDown = TimeSpan.FromMinutes(10),
            Time = TimeSpan.FromMinutes(20),
            Keep = KeptScore.Last,
            Shuffle = true,
            Show = KeyRelease.Never,
            IsGraded = false,
            OfflineGrace = TimeSpan.FromMinutes(30),
            AsksConfidence = true,
        };
        Assert.Equal(expected, content.Check().TheQuiz().Rules);
    }

    [Theory]
    [InlineData("unlimited", null, null)]
    [InlineData("3", 3, null)]
    [InlineData("3 per 2d", 3, 48)]
    public void Attempts_are_read(string written, int? count, int? hours)
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Quiz, "minutes: 30", $"minutes: 30\nattempts: {written}");

        var limit = content.Check().TheQuiz().Rules.Limit;

        Assert.Equal(new(count, hours is { } number ? TimeSpan.FromHours(number) : null), limit);
    }

    [Theory]
    [InlineData("attempts: 0", "expects-attempts")]
    [InlineData("attempts: три", "expects-attempts")]
    [InlineData("attempts: 3 per day", "expects-attempts")]
    [InlineData("attempts: [3]", "expects-attempts")]
    [InlineData("time: 20", "expects-duration")]
    [InlineData("time: 25h", "expects-duration")]
    [InlineData("cool-down: 99999999d", "expects-duration")]
    [InlineData("pass: 101", "expects-number")]
    [InlineData("graded: ні", "expects-true-or-false")]
    [InlineData("offline-grace: 31m", "expects-duration")]
    [InlineData("shuffle: yes", "expects-true-or-false")]
    [InlineData("show: after-atempt", "expects-one-of")]
    public void A_wrong_rule_is_an_error(string key, string code)
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Quiz, "minutes: 30", $"minutes: 30\n{key}");

        Assert.Equal(
            (4, key.IndexOf(':', StringComparison.Ordinal) + 3),
            Place(content.Check().Only(code))
        );
    }

    [Theory]
    [InlineData("one-at-a-time: true\noffline-grace: 5m", "one-at-a-time-offline", 5)]
    public void What_cannot_be_together_is_an_error(string keys, string code, int line)
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Quiz, "minutes: 30", $"minutes: 30\n{keys}");

        Assert.Equal((line, 1), Place(content.Check().Only(code)));
    }

    [Fact]
    public void A_graded_quiz_of_scales_alone_could_never_be_passed() =>
        Reading.Quiz("## П {#q type=scale}\n\n- 1..5\n").Only("nothing-to-pass");

    [Fact]
    public void One_right_option_makes_a_single_choice_with_feedback_and_explanation()
    {
        var read = Reading.Quiz(
            "## Скільки *елементів*? {#q-count}\n\nПодумайте.\n\n- [ ] п’ять\n  > Ні.\n- [x] **три**\n\n> Дія, засіб, мета.\n>\n> Урок 1.\n"
        );

        read.IsClean();
        var question = Assert.Single(read.TheQuiz().Questions);
        Assert.Equal("q-count", question.Id);
        Assert.Equal(QuestionKind.Single, question.Kind);
        Assert.Equal("<p>Скільки <em>елементів</em>?</p><p>Подумайте.</p>", question.PromptHtml);
        Assert.Equal("<p>Дія, засіб, мета.</p>\n<p>Урок 1.</p>", question.ExplanationHtml);
        Assert.Equal(
            [
                new Option("п’ять", false, "<p>Ні.</p>"),
                new Option("<strong>три</strong>", true, null),
            ],
            question.Options
        );
        Assert.False(question.KeepsOrder);
    }

    [Fact]
    public void Several_right_options_make_a_multiple_response()
    {
        var read = Reading.Quiz(
            "## П {#q points=2.5 scoring=all shuffle=false}\n\n- [x] а\n- [X] б\n- [ ] в\n"
        );

        read.IsClean();
        var question = Assert.IsType<MultipleChoice>(Assert.Single(read.TheQuiz().Questions));
        Assert.Equal(new Points(2500), question.Points);
        Assert.Equal(ScoringMethod.AllOrNothing, question.Scoring);
        Assert.True(question.KeepsOrder);
    }

    [Theory]
    [InlineData("Так", "Ні")]
    [InlineData("неправильно", "правильно")]
    [InlineData("No.", "Yes.")]
    [InlineData("True", "False")]
    public void True_or_false_keeps_its_order(string first, string second)
    {
        var read = Reading.Quiz($"## П {{#q}}\n\n- [x] {first}\n- [ ] {second}\n");

        read.IsClean();
        Assert.True(Assert.Single(read.TheQuiz().Questions).KeepsOrder);
    }

    [Fact]
    public void A_Cyrillic_x_is_an_x()
    {
        var read = Reading.Quiz("## П {#q}\n\n- [х] а\n- [Х] б\n- [ ] в\n");

        read.IsClean();
        Assert.Equal(
            2,
            Assert.Single(read.TheQuiz().Questions).Options.Count(option => option.IsRight)
        );
    }

    [Fact]
    public void The_prompt_may_have_lists_quotes_and_code_of_its_own()
    {
        var read = Reading.Quiz(
            "## П {#q}\n\n* а\n* б\n\n> цитата\n\n```\n## не запитання\n```\n\n- [x] так\n- [ ] можливо\n\n## Д {#q-2}\n\n- [x] а\n- [ ] б\n"
        );

        read.IsClean();
        Assert.Equal(2, read.TheQuiz().Questions.Count);
        Assert.Contains("## не запитання", read.TheQuiz().Questions[0].PromptHtml);
    }

    [Theory]
    [InlineData("## П\n\n- [x] а\n- [ ] б", "question-without-id", 5, 1)]
    [InlineData(
        "## П {#q}\n\n- [x] а\n- [ ] б\n\n## П {#q}\n\n- [x] а\n- [ ] б",
        "duplicate-id",
        10,
        6
    )]
    [InlineData("## П {#Q}\n\n- [x] а\n- [ ] б", "bad-id", 5, 6)]
    [InlineData("## П {#q}\n\n- [ ] а\n- [ ] б", "question-without-key", 7, 1)]
    [InlineData("## П {#q}\n\n- [x] а", "too-few-options", 7, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n- б\n- [ ] в", "option-without-mark", 8, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n- [v] б", "option-mark", 8, 3)]
    [InlineData("## П {#q}\n\n- [x] а\n- [] б", "option-mark", 8, 3)]
    [InlineData("## П {#q}\n\n- [x] а\n- [*] б", "option-mark", 8, 3)]
    [InlineData("## П {#q}\n\n- [x] а\n- [ ]", "empty-option", 8, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n> ні\n- [ ] б", "quote-between-options", 8, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n\nТекст\n\n- [ ] б", "two-option-lists", 11, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n* [ ] б", "two-option-lists", 8, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n- [ ] б\n\nТекст", "text-after-options", 10, 1)]
    [InlineData("## П {#q}\n\n- [x] а\n  > ні\n\n  текст\n- [ ] б", "text-after-feedback", 10, 3)]
    [InlineData("## П {#q}\n\nТекст", "question-without-options", 5, 1)]
    [InlineData("## П {#q}\n\n- а\n- б", "question-without-options", 7, 1)]
    [InlineData("## {#q}\n\n- [x] а\n- [ ] б", "question-without-prompt", 5, 1)]
    [InlineData("## П {#q}\n\n ## Д\n\n- [x] а\n- [ ] б", "heading-in-question", 7, 2)]
    [InlineData("Вступ\n\n## П {#q}\n\n- [x] а\n- [ ] б", "text-outside-question", 5, 1)]
    [InlineData("", "empty-quiz", 5, 1)]
    [InlineData("## П {#q points=0}\n\n- [x] а\n- [ ] б", "bad-attribute", 5, 10)]
    [InlineData("## П {#q scoring=any}\n\n- [x] а\n- [ ] б", "bad-attribute", 5, 10)]
    [InlineData("## П {#q pionts=2}\n\n- [x] а\n- [ ] б", "unknown-attribute", 5, 10)]
    [InlineData("## П {#q}\n\n- [x] а {onclick=1}\n- [ ] б", "unknown-attribute", 7, 10)]
    [InlineData("## П {#q}\n\n- [x] довга правильна\n- [ ] ні-ні", "longest-option-is-key", 7, 1)]
    public void A_wrong_question_is_found_at_its_place(
        string markdown,
        string code,
        int line,
        int column
    ) => Assert.Equal((line, column), Place(Reading.Quiz(markdown).Only(code)));

    private static (int, int) Place(Lms.Web.Content.Finding finding) =>
        (finding.Line, finding.Column);
}
