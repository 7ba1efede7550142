using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Tests.Features.Shared;

/// <summary>The places of a pack by name: worked out once, and the same as asked for one by one.</summary>
public sealed class PlaceOrderTests
{
    private static readonly OrganisationPack Pack = new()
    {
        Territories = new(
            [
                new("oblast", new("область", "region"), false),
                new("raion", new("район", "district"), false),
                new("community", new("громада", "community"), true),
            ],
            [
                Place("O", "oblast", null, "Яблунева область"),
                Place("R1", "raion", "O", "Їжацький район"),
                Place("R2", "raion", "O", "Абрикосовий район"),
                Place("C1", "community", "R1", "Ґанкова громада"),
                Place("C2", "community", "R1", "Вербова громада"),
                Place("C3", "community", "R2", "Дубова громада"),
            ]
        ),
    };

    private readonly NamedPlaces places = new PlaceOrder(Pack).In(Texts.Uk);

    [Fact]
    public void Places_stand_in_the_order_of_the_language()
    {
        var ordered = Pack
            .Territories.All.Select(one => places.Find(one.Code))
            .OrderBy(place => place.Rank);

        Assert.Equal(["R2", "C2", "C1", "C3", "R1", "O"], ordered.Select(one => one.Code.Value));
    }

    [Fact]
    public void A_place_knows_what_it_lies_in_the_nearest_first() =>
        Assert.Equal(
            ["R1", "O"],
            places.Find(new("C2")).Above.Select(territory => territory.Code.Value)
        );

    [Fact]
    public void What_the_register_is_narrowed_to_has_more_than_one_community() =>
        Assert.Equal(
            [("R1", "Їжацький район"), ("O", "Яблунева область")],
            places.Wider.Select(one => (one.Code.Value, one.Name))
        );

    [Fact]
    public void A_scope_of_everything_is_narrowed_to_the_same_as_the_register() =>
        Assert.Equal(
            places.Wider,
            places.WiderThan(Pack.Territories.Communities.Select(one => one.Code))
        );

    [Fact]
    public void One_that_the_pack_does_not_have_is_called_by_its_code_and_comes_last()
    {
        var unknown = places.Find(new("X"));

        Assert.Equal("X", unknown.Name);
        Assert.Equal(int.MaxValue, unknown.Rank);
        Assert.Empty(unknown.Above);
        Assert.Equal(int.MaxValue, places.Find(default).Rank);
    }

    private static Territory Place(string code, string level, string? parent, string name) =>
        new()
        {
            Code = new(code),
            Level = level,
            Parent = parent is null ? null : new TerritoryCode(parent),
            Name = new(name, name),
        };
}
