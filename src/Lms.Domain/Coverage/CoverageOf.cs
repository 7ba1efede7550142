using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Domain.Coverage;

/// <summary>
/// One rule over places and people. What a person brings is worked out once; then every place asks its
/// own people alone, on as many days as wanted.
/// </summary>
public sealed class CoverageOf
{
    private static readonly List<Presence> Nobody = [];

    private readonly IReadOnlyList<CoverageAnswer> withNobody;
    private readonly CoverageRule rule;
    private readonly CoveragePlaces places;

    // Of each place; null where nobody counts, as in most of a country at first.
    private readonly List<Presence>?[] present;

    /// <param name="away">"What if these were away": they count nowhere.</param>
    public CoverageOf(
        CoverageRule rule,
        CoveragePlaces places,
        IEnumerable<CoveragePerson> people,
        IReadOnlySet<PersonId>? away = null
    )
    {
        this.rule = rule;
        this.places = places;
        withNobody = places.WithNobody(rule);
        present = new List<Presence>?[places.Count];
        var counting = new CountingDays(rule);
        foreach (var person in people)
        {
            if (away?.Contains(person.Person) != true && counting.Of(person) is [_, ..] days)
            {
                Place(person, days, counting);
            }
        }
    }

    public CoverageReport On(DateOnly day)
    {
        var answers = new CoverageAnswer[places.Count];
        var met = new HashSet<PersonId>();
        for (var at = 0; at < answers.Length; at++)
        {
            answers[at] = On(at, day);
            if (present[at] is null)
            {
                continue;
            }

            foreach (var person in answers[at].People)
            {
                met.Add(person.Person);
            }
        }

        return new(rule.Code, day, answers, met.Count);
    }

    /// <summary>One place alone.</summary>
    /// <param name="at">Its number among the places, from 0.</param>
    public CoverageAnswer On(int at, DateOnly day) =>
        present[at] is null && places[at].Evacuations.Count == 0
            ? withNobody[at]
            : PlaceCoverage.On(rule, places[at], present[at] ?? Nobody, day);

    private void Place(CoveragePerson person, IReadOnlyList<DaySpan> days, CountingDays counting)
    {
        switch (rule.Unit)
        {
            case CoverageUnit.Community:
                PlaceInCommunities(person, days);
                break;
            case CoverageUnit.Institution:
                foreach (var institution in person.Posts.Select(one => one.Institution).Distinct())
                {
                    var there = DaySpans.Both(days, counting.InPosts(person, institution));
                    Add(institution, new(person.Person, false, there));
                }

                break;
        }
    }

    private void PlaceInCommunities(CoveragePerson person, IReadOnlyList<DaySpan> days)
    {
        Add(person.Community.Value, new(person.Person, false, days));
        foreach (var area in person.Areas)
        {
            if (area.Community != person.Community)
            {
                var served = DaySpans.Both(days, [area.Days]);
                Add(area.Community.Value, new(person.Person, true, served));
            }
        }
    }

    private void Add(string place, Presence presence)
    {
        if (presence.Days.Count == 0 || places.Find(place) is not { } at)
        {
            return;
        }

        var there = present[at] ??= [];
        // Served twice, as a community and within its raion: still one person.
        if (there is [.., var last] && last.Person == presence.Person)
        {
            there[^1] = last with { Days = DaySpans.Joined([.. last.Days, .. presence.Days]) };
        }
        else
        {
            there.Add(presence);
        }
    }
}

/// <param name="Days">Joined, not empty: when the person counts in the place.</param>
internal readonly record struct Presence(
    PersonId Person,
    bool IsShared,
    IReadOnlyList<DaySpan> Days
);
