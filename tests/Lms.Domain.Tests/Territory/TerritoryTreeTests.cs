using Lms.Domain.Territories;

namespace Lms.Domain.Tests.Territories;

public sealed class TerritoryTreeTests
{
    [Theory]
    [InlineData("land", "alder birch cedar")]
    [InlineData("north", "alder birch")]
    [InlineData("south", "cedar")]
    [InlineData("birch", "birch")]
    [InlineData("empty", "")]
    [InlineData("nowhere", "")]
    public void The_communities_within_a_territory_are_those_below_it_and_itself(
        string code,
        string communities
    ) =>
        Assert.Equal(
            communities.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Register
                .Tree.CommunitiesWithin(new(code))
                .Select(community => community.Value)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_settlement_below_a_community_is_not_counted_and_hides_nothing()
    {
        IReadOnlyList<TerritoryLevel> levels =
        [
            .. Register.Levels,
            new("settlement", new("поселення", "settlement"), IsCounted: false),
        ];
        var tree = new TerritoryTree(
            levels,
            [
                Register.Place("alder", "community", null),
                Register.Place("hamlet", "settlement", "alder"),
            ]
        );

        Assert.Equal([new TerritoryCode("alder")], tree.CommunitiesWithin(new("alder")));
        Assert.Empty(tree.CommunitiesWithin(new("hamlet")));
    }

    [Theory]
    [InlineData("alder", true)]
    [InlineData("north", false)]
    [InlineData("land", false)]
    [InlineData("nowhere", false)]
    public void A_community_is_a_territory_of_the_counted_level(string code, bool isCommunity) =>
        Assert.Equal(isCommunity, Register.Tree.IsCommunity(new(code)));

    [Fact]
    public void A_territory_is_found_by_its_code_alone()
    {
        Assert.Equal("raion", Register.Tree.Find(new("north"))!.Level);
        Assert.Null(Register.Tree.Find(new("NORTH")));
        Assert.Null(Register.Tree.Find(new("nowhere")));
    }

    [Fact]
    public void The_tree_holds_every_territory_once()
    {
        Assert.Equal(7, Register.Tree.All.Count());
        Assert.Equal(7, Register.Tree.All.Distinct().Count());
    }

    [Fact]
    public void A_code_that_stands_twice_is_refused() =>
        Assert.Throws<ArgumentException>(() =>
            Register.Of(
                Register.Place("alder", "community", null),
                Register.Place("alder", "raion", null)
            )
        );

    [Fact]
    public void Exactly_one_level_is_counted()
    {
        TerritoryLevel community = Register.Levels[2];

        Assert.Throws<InvalidOperationException>(() => new TerritoryTree([Register.Levels[0]], []));
        Assert.Throws<InvalidOperationException>(() =>
            new TerritoryTree([community, community with { Code = "town" }], [])
        );
    }

    [Fact]
    public void A_code_is_printed_as_it_is_written() =>
        Assert.Equal("UA59080270000012345", $"{new TerritoryCode("UA59080270000012345")}");
}
