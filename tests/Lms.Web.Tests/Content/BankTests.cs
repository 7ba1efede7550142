using Lms.Domain.Quizzes;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Banks, and quizzes that draw from them.</summary>
public sealed class BankTests
{
    private const string Four =
        "## А {#b-1 tags=x}\n\n- [x] так\n- [ ] інше\n\n"
        + "## Б {#b-2 tags=x,y}\n\n- = слово\n\n"
        + "## В {#b-3 tags=y}\n\n- = 3\n\n"
        + "## Г {#b-4 type=scale}\n\n- 1..5\n";

    [Fact]
    public void A_bank_is_read_as_a_quiz_is()
    {
        using var content = new ContentFolder();

        content.WriteBank(Four).Check().IsClean();
        var bank = Assert.Single(content.Draft().Banks);
        Assert.Equal("a", bank.Slug);
        Assert.Equal(["b-1", "b-2", "b-3", "b-4"], bank.Questions.Select(question => question.Id));
        Assert.Equal(["x", "y"], bank.Questions[1].Tags);
    }

    [Fact]
    public void A_quiz_draws_from_it_after_its_own_questions()
    {
        using var content = new ContentFolder();
        content
            .WriteBank(Four)
            .WithKey("draw:\n  - {from: a, tag: x, count: 1}\n  - {from: a, count: 2}")
            .Check()
            .IsClean();

        var quiz = content.Draft().Activities[1].Quiz!;
        Assert.Equal([new Draw("a", "x", 1), new Draw("a", null, 2)], quiz.Draws);
        Assert.Equal(4, quiz.Length);
    }

    [Fact]
    public void A_quiz_may_have_drawn_questions_alone()
    {
        using var content = new ContentFolder();

        content
            .WriteBank(Four)
            .WriteQuiz("")
            .WithKey("draw: [{from: a, tag: x, count: 2}]")
            .Check()
            .IsClean();
    }

    [Theory]
    [InlineData("{from: b, count: 1}", "unknown-bank", 15)]
    [InlineData("{from: a, tag: z, count: 1}", "unknown-tag", 23)]
    [InlineData("{from: a, tag: x, count: 3}", "draw-runs-short", 33)]
    [InlineData("{from: a, count: 5}", "draw-runs-short", 25)]
    [InlineData("{from: a, count: 0}", "expects-number", 25)]
    [InlineData("{from: a, count: 101}", "expects-number", 25)]
    [InlineData("{from: a, count: багато}", "expects-number", 25)]
    [InlineData("{from: [a], count: 1}", "expects-text", 15)]
    [InlineData("{from: a}", "missing-key", 8)]
    [InlineData("{count: 1}", "missing-key", 8)]
    [InlineData("{from: a, cuont: 1, count: 1}", "unknown-key", 18)]
    public void A_draw_that_cannot_be_is_found_at_its_place(string draw, string code, int column)
    {
        using var content = new ContentFolder();

        var finding = content.WriteBank(Four).WithKey($"draw: [{draw}]").Check().Only(code);

        Assert.Equal((ContentFolder.Quiz, 4, column), (finding.Path, finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("{from: aa, count: 1}", "a")]
    [InlineData("{from: a, tag: xx, count: 1}", "x")]
    public void A_name_that_is_nearly_right_is_put_right(string draw, string suggestion)
    {
        using var content = new ContentFolder();

        var read = content.WriteBank(Four).WithKey($"draw: [{draw}]").Check();

        Assert.Equal(suggestion, Assert.Single(read.Findings).Suggestion);
    }

    [Fact]
    public void Draws_that_want_the_same_questions_may_run_short()
    {
        using var content = new ContentFolder();
        content.WriteBank(Four);

        // The first takes b-1 or b-2, and the second asks for both.
        content
            .WithKey("draw: [{from: a, tag: y, count: 1}, {from: a, tag: x, count: 2}]")
            .Check()
            .Only("draw-runs-short");
    }

    [Fact]
    public void A_hundred_questions_are_asked_at_most()
    {
        using var content = new ContentFolder();

        content
            .WriteBank(ManyQuestions.Bank(200))
            .WithKey("draw: [{from: a, count: 60}, {from: a, count: 41}]")
            .Check()
            .Only("too-many-drawn");
    }

    [Fact]
    public void A_graded_quiz_that_may_draw_scales_alone_could_not_be_passed()
    {
        using var content = new ContentFolder();

        content
            .WriteBank(Four)
            .WriteQuiz("")
            .WithKey("draw: [{from: a, count: 1}]")
            .Check()
            .Only("nothing-to-pass");
    }

    [Theory]
    [InlineData("## П {#q-count}\n\n- [x] а\n- [ ] б\n", "question-id-taken")]
    [InlineData("", "empty-bank")]
    [InlineData("Вступ\n\n## П {#q-1}\n\n- = а\n", "text-outside-question")]
    [InlineData("## П\n\n- = а\n", "question-without-id")]
    public void A_wrong_bank_is_an_error(string body, string code)
    {
        using var content = new ContentFolder();

        content.WriteBank(body).Check().Only(code);
    }

    [Theory]
    [InlineData("courses/basics/banks/a.md", "unexpected-file")]
    [InlineData("courses/basics/banks/b/a.bank.md", "unexpected-file")]
    [InlineData("courses/basics/banks/А.bank.md", "bad-slug")]
    [InlineData("courses/basics/01-start/a.bank.md", "unexpected-file")]
    public void Only_banks_stand_in_their_folder_and_only_there(string path, string code)
    {
        using var content = new ContentFolder();

        content.Write(path, "---\ntitle: Б\n---\n\n## П {#b-1}\n\n- = а\n").Check().Only(code);
    }

    [Fact]
    public void A_bank_is_translated_with_the_same_questions_and_keys()
    {
        const string english =
            "## A {#b-1}\n\n- [x] yes\n- [ ] other\n\n"
            + "## B {#b-2}\n\n- = слово\n\n"
            + "## C {#b-3}\n\n- = 3\n\n"
            + "## D {#b-4 type=scale}\n\n- 1..5\n";
        using var content = new ContentFolder();
        content.WriteBank(Four).WithKey("draw: [{from: a, count: 2}]");
        content.Write(Translation, $"---\nsource: \"\"\n---\n\n{english}");

        Assert.Equal(Translation, content.Check().Only("stale-translation").Path);
        var bank = Assert.Single(content.Draft().Banks).Translations["en"];
        Assert.Equal("<p>A</p>", bank[0].PromptHtml);
        Assert.Equal(["x", "y"], bank[1].Tags);

        content.Replace(Translation, "- [x] yes\n- [ ] other", "- [ ] yes\n- [x] other");
        Assert.Contains(content.Check().Findings, found => found.Code == "translation-key-differs");
    }

    private const string Translation = "courses/basics/banks/a.bank.en.md";
}
