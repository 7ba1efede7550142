using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <param name="Chosen">The words of what is chosen; null for all.</param>
public sealed record ChipGroup(string Name, string? Chosen, IReadOnlyList<Chip> Chips);

/// <summary>A filter as a link.</summary>
public sealed record Chip(string Words, string Address, bool IsChosen);

/// <summary>The filters of the catalogue: what some course has, and nothing else.</summary>
internal static class CatalogueChips
{
    public static IReadOnlyList<ChipGroup> Of(
        CatalogueView view,
        IReadOnlyList<PublishedCourse> courses,
        OrganisationPack pack,
        Texts texts
    )
    {
        var roles = courses.SelectMany(course => course.Manifest.Audience).ToHashSet();
        var goals = courses.SelectMany(course => course.Manifest.Competences).ToList();
        var competences = goals.Select(goal => goal.Code).ToHashSet();
        var lengths = courses.Select(CatalogueView.LengthOf).ToHashSet();
        var language = texts.Language;
        ChipGroup[] groups =
        [
            Group(
                texts["courses.filter.role"],
                [
                    .. pack
                        .StaffRoles.Where(role => roles.Contains(role.Code))
                        .Select(role => (role.Name.In(language), view with { Role = role.Code })),
                ],
                view with
                {
                    Role = null,
                }
            ),
            Group(
                texts["courses.filter.competence"],
                [
                    .. pack
                        .Competences.Competences.Where(one => competences.Contains(one.Code))
                        .Select(one =>
                            (
                                $"{one.Code} {one.Name.In(language)}",
                                view with
                                {
                                    Competence = one.Code,
                                }
                            )
                        ),
                ],
                view with
                {
                    Competence = null,
                }
            ),
            Group(
                texts["courses.filter.hours"],
                [
                    .. Enum.GetValues<CourseLength>()
                        .Where(lengths.Contains)
                        .Select(one => (WordsOf(one), view with { Length = one })),
                ],
                view with
                {
                    Length = null,
                }
            ),
        ];
        return [.. groups.Where(group => group.Chips.Count > 1)];

        ChipGroup Group(
            string name,
            IReadOnlyList<(string Words, CatalogueView To)> choices,
            CatalogueView all
        )
        {
            var chips = choices.Select(one => new Chip(
                one.Words,
                one.To.Address(),
                one.To == view
            ));
            var chosen = chips.FirstOrDefault(chip => chip.IsChosen);
            var first = new Chip(texts["courses.filter.all"], all.Address(), chosen is null);
            return new(name, chosen?.Words, choices.Count == 0 ? [] : [first, .. chips]);
        }

        string WordsOf(CourseLength length) =>
            length switch
            {
                CourseLength.Short => texts["courses.filter.hours.short"],
                CourseLength.Medium => texts["courses.filter.hours.medium"],
                CourseLength.Long => texts["courses.filter.hours.long"],
            };
    }
}
