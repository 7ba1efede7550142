using Lms.Domain.Territories;
using Lms.Web.Access;

namespace Lms.Web.Tests.Access;

public sealed class DeputyRuleTests
{
    private static readonly DateOnly Today = new(2026, 11, 25);
    private static readonly AccountId Manager = new(
        Guid.Parse("0195d3f0-0000-7000-8000-000000000001")
    );
    private static readonly AccountId Other = new(
        Guid.Parse("0195d3f0-0000-7000-8000-000000000002")
    );

    [Theory]
    [InlineData(0, 0, DeputyAnswer.Named)]
    [InlineData(0, 89, DeputyAnswer.Named)]
    [InlineData(0, 90, DeputyAnswer.TooLong)]
    [InlineData(10, 99, DeputyAnswer.Named)]
    [InlineData(10, 100, DeputyAnswer.TooLong)]
    [InlineData(-1, 5, DeputyAnswer.BadDays)]
    [InlineData(5, 4, DeputyAnswer.BadDays)]
    public void Ninety_days_from_today_on_at_most(int from, int to, DeputyAnswer said) =>
        Assert.Equal(
            said,
            DeputyRule.Check(Own(), Other, Today.AddDays(from), Today.AddDays(to), Today)
        );

    [Fact]
    public void Nobody_is_the_deputy_of_themselves_of_a_deputy_or_of_another_role()
    {
        Assert.Equal(DeputyAnswer.Unknown, DeputyRule.Check(Own(), Manager, Today, Today, Today));
        Assert.Equal(
            DeputyAnswer.NotToPassOn,
            DeputyRule.Check(Own(deputyOf: Other), new(Guid.Empty), Today, Today, Today)
        );
        foreach (var role in Enum.GetValues<AccessRole>().Where(r => r != AccessRole.Manager))
        {
            Assert.Equal(
                DeputyAnswer.NotToPassOn,
                DeputyRule.Check(Own(role), Other, Today, Today, Today)
            );
        }
    }

    [Fact]
    public void A_right_that_is_over_is_not_lent() =>
        Assert.Equal(
            DeputyAnswer.Unknown,
            DeputyRule.Check(Own(to: Today.AddDays(-1)), Other, Today, Today, Today)
        );

    [Fact]
    public void A_right_taken_away_does_not_hold_today_nor_ever_when_it_had_not_begun()
    {
        Assert.Equal(Today.AddDays(-1), DeputyRule.Ended(Today.AddDays(-9), Today));
        Assert.Equal(Today.AddDays(-1), DeputyRule.Ended(Today, Today));
        Assert.Equal(Today.AddDays(8), DeputyRule.Ended(Today.AddDays(9), Today));
    }

    [Fact]
    public void A_deputys_right_without_its_original_gives_nothing()
    {
        var held = new HeldGrant(AccessRole.Manager, null, Today, Today);
        var tree = new TerritoryTree([new("community", new("", ""), true)], []);
        Assert.True(Viewer.Of(Other, null, [held], Today, tree).Has(AccessRole.Manager));
        var alone = Viewer.Of(Other, null, [held with { IsBacked = false }], Today, tree);
        Assert.False(alone.Has(AccessRole.Manager));
        Assert.False(alone.SeesEveryone);
    }

    private static Grant Own(
        AccessRole role = AccessRole.Manager,
        AccountId? deputyOf = null,
        DateOnly? to = null
    ) =>
        new()
        {
            Id = new(Guid.Empty),
            AccountId = Manager,
            Role = role,
            From = Today.AddDays(-100),
            To = to,
            DeputyOf = deputyOf,
        };
}
