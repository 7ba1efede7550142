using System.Collections.Concurrent;
using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Shared.Covering;

/// <summary>What is known of the coverage of some communities: any rule, on any days.</summary>
public sealed class CoverageBoard(
    IReadOnlyList<Territory> communities,
    IReadOnlyList<CoveragePerson> people,
    IReadOnlyList<CommunityEvacuation> evacuations,
    IReadOnlyList<Institution> institutions
)
{
    private readonly ConcurrentDictionary<string, CoverageOf> rules = new();
    private readonly ConcurrentDictionary<(string Rule, DateOnly Day), CoverageReport> reports =
        new();

    public IReadOnlyList<Territory> Communities => communities;

    public IReadOnlyList<Institution> Institutions => institutions;

    /// <summary>How many it knows of.</summary>
    public int People => people.Count;

    /// <summary>With nobody thought away, worked out once.</summary>
    public CoverageReport On(CoverageRule rule, DateOnly day) =>
        reports.GetOrAdd((rule.Code, day), _ => Of(rule).On(day));

    /// <summary>On whatever days, of all places or of one.</summary>
    /// <param name="away">"What if these were away"; with nobody it is worked out once.</param>
    public CoverageOf Of(CoverageRule rule, IReadOnlySet<PersonId>? away = null) =>
        away is { Count: > 0 }
            ? new(rule, PlacesOf(rule), people, away)
            : rules.GetOrAdd(rule.Code, _ => new(rule, PlacesOf(rule), people));

    private IReadOnlyList<CoveragePlace> PlacesOf(CoverageRule rule)
    {
        var gone = evacuations
            .GroupBy(one => one.Community.Value, StringComparer.Ordinal)
            .ToDictionary(
                some => some.Key,
                some => (IReadOnlyList<Evacuation>)[.. some.Select(Days)],
                StringComparer.Ordinal
            );
        return rule.Unit switch
        {
            CoverageUnit.Community =>
            [
                .. communities.Select(one => new CoveragePlace(one.Code.Value, one.Population)
                {
                    Evacuations = gone.GetValueOrDefault(one.Code.Value, []),
                }),
            ],
            CoverageUnit.Institution =>
            [
                .. institutions.Select(one => new CoveragePlace(one.Code)
                {
                    Evacuations = gone.GetValueOrDefault(one.Territory.Value, []),
                }),
            ],
        };

        static Evacuation Days(CommunityEvacuation one) =>
            new(DaySpan.Of(one.From, one.Until), one.Reason);
    }
}
