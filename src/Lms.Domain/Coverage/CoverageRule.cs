using Lms.Domain.Shared;

namespace Lms.Domain.Coverage;

/// <summary>What makes a place covered: at least so many people who hold something.</summary>
public sealed record CoverageRule
{
    /// <summary>A slug.</summary>
    public required string Code { get; init; }

    public required LocalText Name { get; init; }

    public CoverageUnit Unit { get; init; }

    /// <summary>1 and up, for each place or for each <see cref="PerPopulation"/> people.</summary>
    public required int AtLeast { get; init; }

    /// <summary>Null for each place; else the people that <see cref="AtLeast"/> is meant for, such as 10,000.</summary>
    public int? PerPopulation { get; init; }

    /// <summary>Code of the certification that is to be held; null when any will do.</summary>
    public string? Certification { get; init; }

    /// <summary>Competence and level that must have been shown and still hold; empty when none is asked.</summary>
    public IReadOnlyDictionary<string, int> Levels { get; init; } = new Dictionary<string, int>();

    /// <summary>Codes of staff roles; empty for any.</summary>
    public IReadOnlyList<string> StaffRoles { get; init; } = [];

    /// <summary>Days ahead within which a fall is called "expiring".</summary>
    public int Ahead { get; init; } = 90;

    /// <summary>How many people a place needs, rounded up and at least one; null when its population must be known and is not.</summary>
    public int? Needed(int? population) =>
        PerPopulation is not { } per ? AtLeast
        : population is { } people ? Math.Max(1, (int)((((long)AtLeast * people) + per - 1) / per))
        : null;
}

/// <summary>What is covered. Names are stored as text and never change.</summary>
public enum CoverageUnit
{
    Community,
    Institution,
}

/// <summary>"Covered" means trained, not ready.</summary>
public enum CoverageState
{
    Covered,

    /// <summary>Enough, and it is one person.</summary>
    OnePersonOnly,

    /// <summary>Enough today, too few within the days ahead.</summary>
    Expiring,
    Uncovered,

    /// <summary>Nobody is to be served there: evacuated.</summary>
    NotApplicable,

    /// <summary>The population is not known, and the rule goes by it.</summary>
    Unknown,
}
