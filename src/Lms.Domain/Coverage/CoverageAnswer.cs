using Lms.Domain.People;

namespace Lms.Domain.Coverage;

/// <summary>How a place is covered on a day, with the people behind the figure.</summary>
/// <param name="Needed">Null when it is not known or nobody is needed.</param>
/// <param name="FallsOn">The first later day on which too few are left, by what is known now; null when there is none or too few are there already.</param>
/// <param name="Reason">Of an evacuation; null otherwise.</param>
public sealed record CoverageAnswer(
    string Place,
    CoverageState State,
    int? Needed,
    IReadOnlyList<CoveringPerson> People,
    DateOnly? FallsOn,
    string? Reason
)
{
    public int Count => People.Count;

    /// <summary>How many more would cover it.</summary>
    public int Missing => Math.Max(0, (Needed ?? 0) - Count);
}

/// <param name="IsShared">Serves the place beside the own community.</param>
/// <param name="Until">The last day on which the person counts without a break.</param>
public readonly record struct CoveringPerson(PersonId Person, bool IsShared, DateOnly Until);

/// <summary>One rule on one day.</summary>
/// <param name="Places">In the order they were given.</param>
/// <param name="People">Everybody who counts somewhere, once.</param>
public sealed record CoverageReport(
    string Rule,
    DateOnly Day,
    IReadOnlyList<CoverageAnswer> Places,
    int People
)
{
    public int Count(CoverageState state) => Places.Count(place => place.State == state);
}
