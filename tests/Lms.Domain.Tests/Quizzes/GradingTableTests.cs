using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>The examples of the course format, one by one.</summary>
public sealed class GradingTableTests
{
    [Theory]
    [InlineData(1_000, 1, 3, 333)]
    [InlineData(1_000, 2, 3, 667)]
    [InlineData(1, 1, 2, 1)]
    [InlineData(1, 1, 3, 0)]
    [InlineData(3, 1, 2, 2)]
    [InlineData(5_001, 1, 2, 2_501)]
    [InlineData(1_000, -1, 3, 0)]
    [InlineData(1_000, 4, 3, 1_000)]
    public void A_share_is_rounded_half_up_in_thousandths(
        int points,
        int part,
        int whole,
        int earned
    ) => Assert.Equal(new Points(earned), new Points(points).Share(part, whole));

    [Theory]
    [InlineData("0", 600)]
    [InlineData("0 1", 1_000)]
    [InlineData("0 2", 350)]
    [InlineData("0 1 2", 750)]
    [InlineData("2", 0)]
    [InlineData("", 0)]
    public void Weights_are_percents_of_the_question(string chosen, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                new MultipleChoice
                {
                    Id = "q",
                    Options =
                    [
                        new("a", true, null) { Weight = 60 },
                        new("b", true, null) { Weight = 40 },
                        new("c", false, null) { Weight = -25 },
                    ],
                },
                placed => [.. Numbers(chosen).Select(at => placed.Options[at].Id)]
            )
        );

    [Theory]
    [InlineData(0, 1_000)]
    [InlineData(1, 300)]
    [InlineData(2, 0)]
    public void A_wrong_option_of_a_single_choice_may_give_a_part(int chosen, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                new SingleChoice
                {
                    Id = "q",
                    Options =
                    [
                        new("a", true, null) { Weight = 100 },
                        new("b", false, null) { Weight = 30 },
                        new("c", false, null) { Weight = -50 },
                    ],
                },
                placed => [placed.Options[chosen].Id]
            )
        );

    [Theory]
    [InlineData("0 1", 1_000)]
    [InlineData("0", 0)]
    [InlineData("0 1 2", 0)]
    public void All_or_nothing_means_that(string chosen, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                Author.Multiple("q", "+a", "+b", "-c").AllOrNothing(),
                placed => [.. Numbers(chosen).Select(at => placed.Options[at].Id)]
            )
        );

    [Theory]
    [InlineData("0 1 2", 1_000)]
    [InlineData("0 1 3", 667)]
    [InlineData("0 2 1", 333)]
    [InlineData("3 3 3", 0)]
    public void Each_pair_is_a_share(string rights, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                new Matching
                {
                    Id = "q",
                    Pairs = [new("a", "1"), new("b", "2"), new("c", "3")],
                    DistractorsHtml = ["4"],
                },
                placed =>
                    [
                        .. Numbers(rights)
                            .Select(
                                (right, left) =>
                                    $"{placed.Options[left].Id}:{placed.Targets.Single(t => t.Index == right).Id}"
                            ),
                    ]
            )
        );

    [Theory]
    [InlineData("0 1 2 3", 1_000)]
    [InlineData("1 2 3 0", 667)]
    [InlineData("2 3 0 1", 667)]
    [InlineData("0 1 3 2", 333)]
    [InlineData("3 2 1 0", 0)]
    public void Each_two_neighbours_in_their_order_are_a_share(string order, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                new Ordering { Id = "q", StepsHtml = ["a", "b", "c", "d"] },
                placed =>
                    [.. Numbers(order).Select(at => placed.Options.Single(o => o.Index == at).Id)]
            )
        );

    [Theory]
    [InlineData("засіб", 0, 1_000)]
    [InlineData("спосіб", 0, 1_000)]
    [InlineData("спосіб", 1, 500)]
    [InlineData("мета", 1, 0)]
    public void Each_gap_is_a_share(string typed, int chosen, int earned) =>
        Assert.Equal(
            earned,
            Earned(
                new Cloze
                {
                    Id = "q",
                    Gaps =
                    [
                        new([new("засіб", false), new("спосіб", false)], [], 0),
                        new([], ["експлуатація", "поїздки"], 0),
                    ],
                },
                placed =>
                    [
                        $"{placed.Options[0].Id}:{typed}",
                        $"{placed.Options[1].Id}:{placed.Targets.Single(t => t.Index == chosen).Id}",
                    ]
            )
        );

    [Theory]
    [InlineData("179", true)]
    [InlineData("185,0", true)]
    [InlineData("185.001", false)]
    [InlineData("178,999", false)]
    [InlineData("1 90", true)]
    [InlineData("195", true)]
    [InlineData("−182", false)]
    [InlineData("сто", false)]
    [InlineData("1e2", false)]
    public void A_number_is_right_within_its_range_with_both_ends(string typed, bool isRight) =>
        Assert.Equal(
            isRight ? 1_000 : 0,
            Earned(
                new Numeric { Id = "q", Accepted = [new(179, 185), new(190, 195)] },
                _ => [typed]
            )
        );

    [Theory]
    [InlineData("з’їзд", "З'ЇЗД", true)]
    [InlineData("з’їзд", "зʼїзд", true)]
    [InlineData("з’їзд", " з`їзд ", true)]
    [InlineData("постраждала особа", "Постраждала  ОСОБА", true)]
    [InlineData("постраждала особа", "постраждалаособа", true)]
    [InlineData("засіб", "засоби", false)]
    public void A_word_is_the_same_whatever_its_case_spaces_and_apostrophes(
        string key,
        string typed,
        bool isRight
    ) => Assert.Equal(isRight, new TextKey(key, false).Matches(typed));

    [Theory]
    [InlineData(@"^\d+$", "1547", true)]
    [InlineData(@"15[-– ]?47", "15-47", true)]
    [InlineData(@"15[-– ]?47", "15-47!", false)]
    [InlineData(@"15[-– ]?47", "на 15-47", false)]
    [InlineData(@"а|б", "аб", false)]
    [InlineData(@"так", "ТАК", false)]
    public void A_pattern_matches_the_whole_answer(string pattern, string typed, bool isRight) =>
        Assert.Equal(isRight, new TextKey(pattern, true).Matches(typed));

    [Theory]
    [InlineData(4_000, 5_000, 80, true)]
    [InlineData(3_999, 5_000, 80, false)]
    [InlineData(667, 1_000, 67, false)]
    [InlineData(667, 1_000, 66, true)]
    [InlineData(0, 1_000, 0, true)]
    public void A_hundred_times_the_earned_is_weighed_against_the_rule(
        int earned,
        int possible,
        int percent,
        bool isPassed
    ) => Assert.Equal(isPassed, new PassRule(percent).IsPassed(new(earned), new(possible)));

    private static int[] Numbers(string written) =>
        [.. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    private static int Earned(Question question, Func<PaperQuestion, IReadOnlyList<string>> given)
    {
        var placed = Papers.Of(Author.Quiz(question), new ForeseenChance()).Questions[0];
        return Grading.Earned(question, placed, given(placed)).Thousandths;
    }
}
