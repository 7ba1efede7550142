using System.Collections.Concurrent;
using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Web.Features.Shared.Covering;

/// <summary>What is known of the coverage of some communities: any rule, on any days.</summary>
/// <param name="places">The communities.</param>
public sealed class CoverageBoard(
    IReadOnlyList<Territory> communities,
    CoveragePlaces places,
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

    private CoveragePlaces PlacesOf(CoverageRule rule) =>
        rule.Unit switch
        {
            CoverageUnit.Community => places.With(
                evacuations.Select(one => (one.Community.Value, Gone(one)))
            ),
            CoverageUnit.Institution => new CoveragePlaces(
                institutions.Select(one => new CoveragePlace(one.Code))
            ).With(
                from institution in institutions
                join one in evacuations on institution.Territory equals one.Community
                select (institution.Code, Gone(one))
            ),
        };

    private static Evacuation Gone(CommunityEvacuation one) =>
        new(DaySpan.Of(one.From, one.Until), one.Reason);
}
