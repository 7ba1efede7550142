using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

public sealed class GradingTests
{
    private static readonly Question Single = Author.Single("q-1", "-a", "+b", "-c");
    private static readonly MultipleChoice Multiple = Author.Multiple(
        "q-1",
        "+a",
        "+b",
        "+c",
        "-d",
        "-e"
    );

    [Theory]
    [InlineData(new[] { 1 }, 1000)]
    [InlineData(new[] { 0 }, 0)]
    [InlineData(new[] { 0, 1 }, 0)]
    [InlineData(new[] { 0, 1, 2 }, 0)]
    [InlineData(new int[0], 0)]
    public void A_single_choice_is_right_or_wrong(int[] chosen, int earned) =>
        Assert.Equal(new Points(earned), Earned(Single, chosen));

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, 1000)]
    [InlineData(new[] { 0, 1 }, 667)]
    [InlineData(new[] { 0 }, 333)]
    [InlineData(new[] { 0, 1, 2, 3 }, 667)]
    [InlineData(new[] { 0, 1, 3 }, 333)]
    [InlineData(new[] { 0, 1, 2, 3, 4 }, 333)]
    [InlineData(new[] { 0, 3 }, 0)]
    [InlineData(new int[0], 0)]
    public void A_multiple_response_earns_a_share_of_right_less_wrong(int[] chosen, int earned) =>
        Assert.Equal(new Points(earned), Earned(Multiple, chosen));

    [Theory]
    [InlineData(new[] { 3 })]
    [InlineData(new[] { 3, 4 })]
    [InlineData(new[] { 0, 3, 4 })]
    public void No_answer_is_worth_less_than_nothing(int[] chosen) =>
        Assert.Equal(Points.None, Earned(Multiple, chosen));

    [Theory]
    [InlineData(new[] { 0, 1, 2 }, 1000)]
    [InlineData(new[] { 0, 1 }, 0)]
    [InlineData(new[] { 0, 1, 2, 3 }, 0)]
    [InlineData(new int[0], 0)]
    public void All_or_nothing_gives_no_share(int[] chosen, int earned) =>
        Assert.Equal(new Points(earned), Earned(Multiple.AllOrNothing(), chosen));

    [Fact]
    public void A_share_is_taken_of_the_points_of_its_question() =>
        Assert.Equal(new Points(4667), Earned(Multiple.Worth(7), [0, 1]));

    [Fact]
    public void Ids_that_are_not_on_the_paper_count_as_nothing()
    {
        var quiz = Author.Quiz(Single, Author.Multiple("q-2", "+a", "+b"));
        var paper = Papers.Of(quiz, new ForeseenChance());
        var sheet = new AnswerSheet(paper).Choose("q-1", 1).Choose("q-2", 0);
        string[] right = [.. sheet.Choices["q-1"]];
        string[] half = [.. sheet.Choices["q-2"]];

        sheet
            .Send("q-1", [.. right, "o99", "", "O2"])
            .Send("q-2", [.. half, .. right])
            .Send("q-9", right);

        Assert.Equal(new Points(1500), Grading.Of(quiz, paper, sheet.Choices).Earned);
    }

    [Fact]
    public void The_id_of_one_question_answers_no_other()
    {
        var quiz = Author.Quiz(Single, Author.Single("q-2", "+a", "-b"));
        var paper = Papers.Of(quiz, new ForeseenChance());
        var sheet = new AnswerSheet(paper).Choose("q-2", 0);

        sheet.Send("q-1", [.. sheet.Choices["q-2"]]);

        Assert.Equal(Points.Whole(1), Grading.Of(quiz, paper, sheet.Choices).Earned);
    }

    [Fact]
    public void An_option_sent_twice_counts_once()
    {
        var quiz = Author.Quiz(Multiple);
        var paper = Papers.Of(quiz, new ForeseenChance());
        var sheet = new AnswerSheet(paper).Choose("q-1", 0, 0, 0);

        Assert.Equal(new Points(333), Grading.Of(quiz, paper, sheet.Choices).Earned);
    }

    [Fact]
    public void What_stays_unanswered_is_possible_and_not_earned()
    {
        var quiz = Author.Quiz(Single, Author.Single("q-2", "+a", "-b").Worth(3));
        var paper = Papers.Of(quiz, new ForeseenChance());

        var half = Grading.Of(quiz, paper, new AnswerSheet(paper).Choose("q-1", 1).Choices);
        var blank = Grading.Of(quiz, paper, new AnswerSheet(paper).Choices);

        Assert.Equal(new Grade(Points.Whole(1), Points.Whole(4), IsPassed: false), half);
        Assert.Equal(new Grade(Points.None, Points.Whole(4), IsPassed: false), blank);
    }

    [Fact]
    public void Only_the_questions_on_the_paper_are_judged()
    {
        var quiz = Author.Quiz(Single, Author.Single("q-2", "+a", "-b").Worth(3));
        var whole = Papers.Of(quiz, new ForeseenChance());
        var drawn = new Paper([whole.Questions[0]]);

        var grade = Grading.Of(quiz, drawn, new AnswerSheet(whole).Choose("q-1", 1).Choices);

        Assert.Equal(new Grade(Points.Whole(1), Points.Whole(1), IsPassed: true), grade);
    }

    [Theory]
    [InlineData(80, true)]
    [InlineData(81, false)]
    public void A_grade_is_judged_by_the_rule_of_its_quiz(int percent, bool isPassed)
    {
        var questions = Enumerable.Range(1, 5).Select(at => Author.Single($"q-{at}", "+a", "-b"));
        var quiz = Author.Quiz([.. questions]).PassedAt(percent);
        var paper = Papers.Of(quiz, new ForeseenChance());
        var sheet = new AnswerSheet(paper);
        foreach (var at in Enumerable.Range(1, 4))
        {
            sheet.Choose($"q-{at}", 0);
        }

        Assert.Equal(isPassed, Grading.Of(quiz, paper, sheet.Choose("q-5", 1).Choices).IsPassed);
    }

    private static Points Earned(Question question, int[] chosen)
    {
        var quiz = Author.Quiz(question);
        var paper = Papers.Of(quiz, new ForeseenChance());
        return Grading
            .Of(quiz, paper, new AnswerSheet(paper).Choose(question.Id, chosen).Choices)
            .Earned;
    }
}
