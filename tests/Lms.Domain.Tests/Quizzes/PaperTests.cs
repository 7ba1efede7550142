using System.Reflection;
using CsCheck;
using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

public sealed class PaperTests
{
    private static readonly Quiz Quiz = Author.Quiz(
        Author.Single("q-1", "+a", "-b", "-c"),
        Author.TrueFalse("q-2", "+Так", "-Ні"),
        Author.Multiple("q-3", "+a", "+b", "-c", "-d")
    );

    [Fact]
    public void A_quiz_that_does_not_ask_for_it_is_never_shuffled()
    {
        var chance = new ForeseenChance();

        var paper = Papers.Of(Quiz, chance);

        Assert.Equal("q-1: 0 1 2; q-2: 0 1; q-3: 0 1 2 3", Layout(paper));
        Assert.Equal(0, chance.Shuffles);
    }

    [Fact]
    public void A_quiz_that_asks_for_it_has_its_questions_and_answers_shuffled() =>
        Assert.Equal(
            "q-3: 3 2 1 0; q-2: 0 1; q-1: 2 1 0",
            Layout(Papers.Of(Quiz.Shuffled(), new ForeseenChance()))
        );

    [Fact]
    public void True_and_false_stay_in_their_order_whatever_chance_says() =>
        Gen.Int.Sample(seed =>
            Papers
                .Of(Quiz.Shuffled(), new SeededChance(seed))
                .Find("q-2")!
                .Options.Select(option => option.Index)
                .SequenceEqual([0, 1])
        );

    [Fact]
    public void Every_question_and_every_option_is_on_the_paper_once() =>
        Gen.Select(AnyQuiz.Quiz, Gen.Int)
            .Sample(
                (quiz, seed) =>
                {
                    var paper = Papers.Of(quiz, new SeededChance(seed));
                    Assert.Equal(
                        quiz.Questions.Select(question => question.Id),
                        paper
                            .Questions.Select(placed => placed.QuestionId)
                            .Order(StringComparer.Ordinal)
                    );
                    Assert.All(
                        paper.Questions,
                        placed =>
                            Assert.Equal(
                                Enumerable.Range(
                                    0,
                                    quiz.Question(placed.QuestionId).Choice().Options.Count
                                ),
                                placed.Options.Select(option => option.Index).Order()
                            )
                    );
                }
            );

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Each_option_gets_an_id_of_its_own(bool isShuffled)
    {
        var chance = new ForeseenChance();

        var paper = Papers.Of(isShuffled ? Quiz.Shuffled() : Quiz, chance);

        var ids = paper.Questions.SelectMany(placed => placed.Options).Select(option => option.Id);
        Assert.Equal(9, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(9, chance.Ids);
    }

    [Fact]
    public void The_paper_is_the_same_wherever_the_keys_are() =>
        Gen.Select(AnyQuiz.Quiz, Gen.Int)
            .Sample(
                (quiz, seed) =>
                {
                    var turned = quiz with { Questions = [.. quiz.Questions.Select(Turned)] };
                    Assert.Equal(
                        Written(Papers.Of(quiz, new SeededChance(seed))),
                        Written(Papers.Of(turned, new SeededChance(seed)))
                    );
                }
            );

    [Fact]
    public void A_paper_holds_names_and_places_and_nothing_of_what_they_mean()
    {
        Assert.Equal(["Questions"], Properties(typeof(Paper)));
        Assert.Equal(["Options", "QuestionId", "Targets"], Properties(typeof(PaperQuestion)));
        Assert.Equal(["Id", "Index"], Properties(typeof(PaperOption)));
        Assert.Equal(["Id", "Index", "Of"], Properties(typeof(PaperTarget)));
    }

    [Fact]
    public void The_same_chance_lays_out_the_same_paper() =>
        Gen.Select(AnyQuiz.Quiz, Gen.Int)
            .Sample(
                (quiz, seed) =>
                    Written(Papers.Of(quiz, new SeededChance(seed)))
                    == Written(Papers.Of(quiz, new SeededChance(seed)))
            );

    [Fact]
    public void A_paper_once_laid_out_stays_as_it_is()
    {
        var chance = new ForeseenChance();
        var paper = Papers.Of(Quiz, chance);

        Assert.Equal(Written(paper), Written(paper));
        Assert.Equal(9, chance.Ids);
    }

    [Fact]
    public void A_question_is_found_by_its_id()
    {
        var paper = Papers.Of(Quiz, new ForeseenChance());

        Assert.Same(paper.Questions[1], paper.Find("q-2"));
        Assert.Null(paper.Find("q-4"));
        Assert.Null(paper.Find("Q-2"));
    }

    private static Question Turned(Question question) =>
        question.Choice() with
        {
            Options =
            [
                .. question
                    .Choice()
                    .Options.Select(option => option with { IsRight = !option.IsRight }),
            ],
        };

    private static string Layout(Paper paper) => Print(paper, option => $"{option.Index}");

    private static string Written(Paper paper) =>
        Print(paper, option => $"{option.Id}={option.Index}");

    private static string Print(Paper paper, Func<PaperOption, string> print) =>
        string.Join(
            "; ",
            paper.Questions.Select(placed =>
                $"{placed.QuestionId}: {string.Join(' ', placed.Options.Select(print))}"
            )
        );

    private static IEnumerable<string> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal);
}
