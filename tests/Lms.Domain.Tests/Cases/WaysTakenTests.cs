using CsCheck;
using Lms.Domain.Cases;

namespace Lms.Domain.Tests.Cases;

/// <summary>Counts for trainers that show no group under five.</summary>
public sealed class WaysTakenTests
{
    private static readonly Case Door = new(
        [],
        [
            Of("s1", To("s2"), To("end"), Breach()),
            Of("s2", To("s1"), To("end"), To("bad")),
            Ending("end"),
            Ending("bad"),
        ]
    );

    [Fact]
    public void Groups_of_five_are_told_and_none_is_told_as_none()
    {
        var ways = WaysTaken.Of(Door, [.. Times(6, 0, 1), .. Times(5, 1)]);

        Assert.Equal(11, ways.People);
        Assert.Equal(
            (6, 5, 0),
            (ways.ChosenOf("s1", 0), ways.ChosenOf("s1", 1), ways.ChosenOf("s1", 2))
        );
        Assert.Equal(
            (6, 11, 0),
            (ways.ReachedOf("s2"), ways.ReachedOf("end"), ways.ReachedOf("bad"))
        );
    }

    [Fact]
    public void Fewer_than_five_people_are_not_told_of_at_all()
    {
        var ways = WaysTaken.Of(Door, Times(4, 0, 1));

        Assert.Null(ways.People);
        Assert.Null(ways.ChosenOf("s1", 0));
        Assert.Null(ways.ReachedOf("end"));
    }

    [Fact]
    public void One_small_choice_hides_its_scene_and_all_that_it_leads_to()
    {
        var ways = WaysTaken.Of(Door, [.. Times(9, 0, 1), .. Times(6, 0, 2), .. Times(1, 1)]);

        Assert.Equal(16, ways.People);
        Assert.Null(ways.ChosenOf("s1", 0));
        Assert.Null(ways.ReachedOf("s2"));
        Assert.Null(ways.ChosenOf("s2", 2));
        Assert.Null(ways.ReachedOf("end"));
    }

    [Fact]
    public void A_breach_hides_the_others_of_its_scene_when_few_made_it()
    {
        var ways = WaysTaken.Of(Door, [.. Times(9, 1), .. Times(2, 2)]);

        Assert.Equal(11, ways.People);
        Assert.Null(ways.ChosenOf("s1", 1));
        Assert.Null(ways.ReachedOf("end"));
    }

    [Fact]
    public void Those_who_went_back_are_counted_once_and_do_not_betray_who_did()
    {
        var ways = WaysTaken.Of(Door, [.. Times(10, 0, 1), .. Times(6, 0, 0, 1)]);
        var few = WaysTaken.Of(Door, [.. Times(10, 0, 1), .. Times(5, 1), .. Times(5, 0, 0, 2)]);

        Assert.Equal((16, 16), (ways.People, ways.ReachedOf("s2")));
        Assert.Equal((6, 10), (ways.ChosenOf("s2", 0), ways.ChosenOf("s2", 1)));
        // Six came to the end by a choice that is not counted.
        Assert.Null(ways.ReachedOf("end"));
        Assert.Equal(15, few.ReachedOf("s2"));
    }

    [Fact]
    public void What_is_told_never_tells_of_a_small_group()
    {
        WaysAdversary.AnyRuns.Sample(
            given =>
            {
                var (of, runs) = given;
                var found = new WaysAdversary(of, runs).SmallGroups();
                Assert.True(found.Count == 0, string.Join(", ", found));
            },
            iter: 400
        );
    }

    private static IEnumerable<int[]> Times(int people, params int[] run) =>
        Enumerable.Repeat(run, people);

    private static Scene Of(string id, params CaseChoice[] choices) =>
        new(id, id, "", choices, null);

    private static Scene Ending(string id) => new(id, id, "", [], CaseEnding.Good);

    private static CaseChoice To(string next) =>
        new("", next, new Dictionary<string, int>(), false, null);

    private static CaseChoice Breach() => new("", "s1", new Dictionary<string, int>(), true, null);
}
