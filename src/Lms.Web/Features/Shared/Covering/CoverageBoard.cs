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
    private readonly ConcurrentDictionary<(string Rule, DateOnly Day), CoverageReport> worked =
        new();
    private readonly ILookup<TerritoryCode, CommunityEvacuation> gone = evacuations.ToLookup(one =>
        one.Community
    );

    public IReadOnlyList<Territory> Communities => communities;

    public IReadOnlyList<Institution> Institutions => institutions;

    /// <summary>How many it knows of.</summary>
    public int People => people.Count;

    /// <summary>With nobody thought away, worked out once.</summary>
    public CoverageReport On(CoverageRule rule, DateOnly day) =>
        worked.GetOrAdd((rule.Code, day), _ => On(rule, [day])[0]);

    /// <summary>One report for each day, in their order.</summary>
    /// <param name="away">"What if these were away".</param>
    public IReadOnlyList<CoverageReport> On(
        CoverageRule rule,
        IReadOnlyList<DateOnly> days,
        IReadOnlySet<PersonId>? away = null
    )
    {
        var reports = new Dictionary<DateOnly, CoverageReport>();
        // A place has one evacuation at a time: days with the same ones are worked out together.
        foreach (var same in days.Distinct().GroupBy(EvacuatedOn))
        {
            var coverage = new CoverageOf(rule, PlacesOn(rule, same.First()), people, away);
            foreach (var day in same)
            {
                reports[day] = coverage.On(day);
            }
        }

        return [.. days.Select(day => reports[day])];
    }

    /// <summary>Of some places alone, and of those people alone who may count there.</summary>
    /// <param name="places">Codes of communities or of institutions.</param>
    public CoverageBoard Only(IReadOnlySet<string> places)
    {
        var near = communities.Where(one => places.Contains(one.Code.Value)).ToList();
        var within = near.Select(one => one.Code).ToHashSet();
        return new(
            near,
            [
                .. people.Where(one =>
                    within.Contains(one.Community)
                    || one.Areas.Any(area => within.Contains(area.Community))
                    || one.Posts.Any(post => places.Contains(post.Institution))
                ),
            ],
            evacuations,
            [.. institutions.Where(one => places.Contains(one.Code))]
        );
    }

    private string EvacuatedOn(DateOnly day) =>
        string.Join(
            ' ',
            evacuations
                .Where(one => DaySpan.Of(one.From, one.Until).Has(day))
                .Select(one => one.Id.Value)
                .Order()
        );

    private IReadOnlyList<CoveragePlace> PlacesOn(CoverageRule rule, DateOnly day) =>
        rule.Unit switch
        {
            CoverageUnit.Community =>
            [
                .. communities.Select(one => new CoveragePlace(one.Code.Value, one.Population)
                {
                    Evacuation = EvacuationOf(one.Code, day),
                }),
            ],
            CoverageUnit.Institution =>
            [
                .. institutions.Select(one => new CoveragePlace(one.Code)
                {
                    Evacuation = EvacuationOf(one.Territory, day),
                }),
            ],
        };

    private Evacuation? EvacuationOf(TerritoryCode code, DateOnly day)
    {
        foreach (var one in gone[code])
        {
            var days = DaySpan.Of(one.From, one.Until);
            if (days.Has(day))
            {
                return new(days, one.Reason);
            }
        }

        return null;
    }
}
