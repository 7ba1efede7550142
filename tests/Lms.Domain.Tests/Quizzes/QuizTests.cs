using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

public sealed class QuizTests
{
    [Fact]
    public void The_rules_nobody_wrote_are_those_of_the_format() =>
        Assert.Equal(
            new QuizRules
            {
                Pass = new(80),
                Limit = new(null, null),
                CoolDown = TimeSpan.Zero,
                Time = null,
                Shuffle = false,
                Show = KeyRelease.AfterPass,
                Keep = KeptScore.Best,
            },
            new QuizRules()
        );

    [Fact]
    public void A_question_is_found_by_its_id()
    {
        var quiz = Author.Quiz(Author.Single("q-1", "+a"), Author.Single("q-2", "+a"));

        Assert.Same(quiz.Questions[1], quiz.Question("q-2"));
    }

    [Theory]
    [InlineData("q-3")]
    [InlineData("q-1")]
    public void A_question_that_is_not_there_once_is_no_question(string id)
    {
        var quiz = Author.Quiz(Author.Single("q-1", "+a"), Author.Single("q-1", "+b"));

        Assert.Throws<InvalidOperationException>(() => quiz.Question(id));
    }
}
