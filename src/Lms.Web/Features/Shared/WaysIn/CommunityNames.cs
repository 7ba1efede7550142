using Lms.Domain.Territories;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.WaysIn;

/// <param name="Group">What the communities lie in; empty where there is nothing above them.</param>
public sealed record CommunityGroup(
    string Group,
    IReadOnlyList<(string Code, string Name)> Choices
);

/// <summary>The communities of the pack as people choose them: by district, in their alphabet.</summary>
public static class CommunityNames
{
    /// <summary>With its kind when the name does not say it: places of one name exist.</summary>
    public static string NameOf(this OrganisationPack pack, TerritoryCode code, string language)
    {
        if (pack.Territories.Find(code) is not { } territory)
        {
            return code.Value;
        }

        // The pack writes the kind in its first language, in which most names say it themselves.
        var name = territory.Name.In(language);
        return territory
            .Name.In(pack.Languages[0])
            .Contains(territory.Kind, StringComparison.OrdinalIgnoreCase)
            ? name
            : $"{name}, {territory.Kind}";
    }

    /// <param name="mayChoose">Which of them stand in the list.</param>
    public static IReadOnlyList<CommunityGroup> Groups(
        OrganisationPack pack,
        Texts texts,
        Func<TerritoryCode, bool> mayChoose
    )
    {
        var byName = StringComparer.Create(texts.Culture, ignoreCase: true);
        return
        [
            .. pack
                .Territories.All.Where(place =>
                    pack.Territories.IsCommunity(place.Code) && mayChoose(place.Code)
                )
                .GroupBy(place => place.Parent)
                .Select(group => new CommunityGroup(
                    group.Key is { } parent ? pack.NameOf(parent, texts.Language) : "",
                    [
                        .. group
                            .Select(place =>
                                (place.Code.Value, pack.NameOf(place.Code, texts.Language))
                            )
                            .OrderBy(choice => choice.Item2, byName),
                    ]
                ))
                .OrderBy(group => group.Group, byName),
        ];
    }
}
