using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Demo;

/// <summary>What a community is to show.</summary>
internal enum PlaceStory
{
    Ordinary,

    /// <summary>One person who is trained, and others who are not.</summary>
    OnePerson,

    /// <summary>Nobody has begun.</summary>
    Uncovered,

    /// <summary>Its people are gone.</summary>
    Evacuated,
}

internal sealed record DemoPlace(
    TerritoryCode Community,
    TerritoryCode? Parent,
    PlaceStory Story,
    IReadOnlyList<Institution> Institutions,
    int Weight
);

/// <summary>Where invented people live and work: the communities around the demo accounts, or all.</summary>
internal sealed class DemoPlaces
{
    private const int MostPerPlace = 50;

    private static readonly (string Kind, LocalText Name)[] Kinds =
    [
        ("social-services", new("Соціальна служба (демо)", "Social service (demo)")),
        ("administration", new("Виконавчий комітет (демо)", "Executive committee (demo)")),
        ("police", new("Відділення поліції (демо)", "Police station (demo)")),
        ("education", new("Заклад освіти (демо)", "School (demo)")),
    ];

    private readonly int weights;

    private DemoPlaces(IReadOnlyList<DemoPlace> all)
    {
        All = all;
        weights = all.Sum(place => place.Weight);
    }

    public IReadOnlyList<DemoPlace> All { get; }

    public static DemoPlaces Of(OrganisationPack pack, int people, int seed)
    {
        var tree = pack.Territories;
        var near = (pack.Demo?.Accounts ?? [])
            .SelectMany(account => tree.CommunitiesWithin(Top(tree, account.Territory)))
            .ToHashSet();
        var codes =
            near.Count == 0 || people > near.Count * MostPerPlace
                ? tree.All.Select(one => one.Code).Where(tree.IsCommunity)
                : near;
        return new([
            .. codes
                .OrderBy(code => code.Value, StringComparer.Ordinal)
                .Select((code, at) => Place(tree.Find(code)!, at, Dice.For(seed, -1 - at))),
        ]);
    }

    /// <summary>The first people go one to each place, so that none is left out; the rest by weight.</summary>
    public DemoPlace For(int number, Dice dice)
    {
        if (number < All.Count)
        {
            return All[number];
        }

        var at = dice.Below(weights);
        foreach (var place in All)
        {
            at -= place.Weight;
            if (at < 0)
            {
                return place;
            }
        }

        return All[^1];
    }

    private static DemoPlace Place(Territory territory, int at, Dice dice)
    {
        // Every kind of answer that a coverage can give stands somewhere, and is rare.
        var story = (at % 17) switch
        {
            4 or 11 => PlaceStory.OnePerson,
            7 => PlaceStory.Uncovered,
            15 => PlaceStory.Evacuated,
            _ => PlaceStory.Ordinary,
        };
        return new(
            territory.Code,
            territory.Parent,
            story,
            [
                .. Kinds.Select(kind => new Institution
                {
                    Code = $"demo-{territory.Code.Value.ToLowerInvariant()}-{kind.Kind}",
                    Name = new(
                        $"{kind.Name.Uk}, {territory.Name.Uk}",
                        $"{kind.Name.En}, {territory.Name.En}"
                    ),
                    Territory = territory.Code,
                    Kind = kind.Kind,
                }),
            ],
            story == PlaceStory.Evacuated ? 0
                : story == PlaceStory.Ordinary ? dice.Between(3, 10)
                : 2
        );
    }

    private static TerritoryCode Top(TerritoryTree tree, TerritoryCode code)
    {
        while (tree.Find(code)?.Parent is { } above)
        {
            code = above;
        }

        return code;
    }
}
