using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Admin.People;

/// <summary>
/// A territory as it is typed, by code or by the beginning of its name: a register has more of them
/// than a list can show.
/// </summary>
public static class TypedPlace
{
    /// <returns>One when it is clear which; the first of several, or none.</returns>
    public static IReadOnlyList<Territory> Find(OrganisationPack pack, string typed)
    {
        const int most = 10;
        if (pack.Territories.Find(new(typed)) is { } exact)
        {
            return [exact];
        }

        return
        [
            .. pack
                .Territories.All.Where(place =>
                    Texts.Languages.Any(language =>
                        SurnameSearch.Begins(
                            place.Name.In(language),
                            typed,
                            Texts.In(language).Culture
                        )
                    )
                )
                .OrderBy(place => place.Code.Value, StringComparer.Ordinal)
                .Take(most),
        ];
    }
}
