using Lms.Domain.Shared;

namespace Lms.Domain.Coverage;

/// <summary>One place on one day.</summary>
internal static class PlaceCoverage
{
    // Never written to.
    private static readonly List<CoveringPerson> Nobody = [];

    public static CoverageAnswer On(
        CoverageRule rule,
        CoveragePlace place,
        List<Presence> present,
        DateOnly day
    )
    {
        if (place.EvacuationOn(day) is { } gone)
        {
            return new(place.Code, CoverageState.NotApplicable, null, [], null, gone.Reason);
        }

        var people = present.Count == 0 ? Nobody : PeopleOn(present, day);
        if (rule.Needed(place.Population) is not { } needed)
        {
            return new(place.Code, CoverageState.Unknown, null, people, null, null);
        }

        var falls = people.Count < needed ? null : FallsOn(present, needed, day);
        var state =
            people.Count < needed ? CoverageState.Uncovered
            : falls <= day.AddDays(rule.Ahead) ? CoverageState.Expiring
            : people.Count == 1 ? CoverageState.OnePersonOnly
            : CoverageState.Covered;
        return new(place.Code, state, needed, people, falls, null);
    }

    private static List<CoveringPerson> PeopleOn(List<Presence> present, DateOnly day)
    {
        var people = new List<CoveringPerson>(present.Count);
        foreach (var one in present)
        {
            foreach (var span in one.Days)
            {
                if (span.Has(day))
                {
                    people.Add(new(one.Person, one.IsShared, span.Until));
                }
            }
        }

        return people;
    }

    /// <summary>Walks the comings and goings after the day in their order.</summary>
    private static DateOnly? FallsOn(List<Presence> present, int needed, DateOnly day)
    {
        var changes = new List<(DateOnly Day, int By)>(present.Count);
        var count = 0;
        foreach (var one in present)
        {
            foreach (var span in one.Days)
            {
                if (span.Until < day)
                {
                    continue;
                }

                if (span.From <= day)
                {
                    count++;
                }
                else
                {
                    changes.Add((span.From, 1));
                }

                if (span.Until != DateOnly.MaxValue)
                {
                    changes.Add((span.Until.AddDays(1), -1));
                }
            }
        }

        changes.Sort((one, other) => one.Day.CompareTo(other.Day));
        for (var at = 0; at < changes.Count; at++)
        {
            count += changes[at].By;
            var isWholeDay = at + 1 == changes.Count || changes[at + 1].Day != changes[at].Day;
            if (isWholeDay && count < needed)
            {
                return changes[at].Day;
            }
        }

        return null;
    }
}
