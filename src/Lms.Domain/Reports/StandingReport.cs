using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Domain.Reports;

public readonly record struct StandingReportId(Guid Value);

/// <summary>For whom a report that stands was made. Names are stored as text and never change.</summary>
public enum ReportAudience
{
    CoordinationCouncil,
    Donor,
    Ministry,
    SocialOrder,
}

/// <summary>
/// The figures of a quarter as they were at a cut-off: never changed. A later correction is a further
/// report that supplements it.
/// </summary>
public sealed class StandingReport
{
    public required StandingReportId Id { get; init; }

    /// <summary>Register number within the installation, from 1.</summary>
    public required int Number { get; init; }

    public required ReportAudience Audience { get; init; }

    public required TerritoryCode Territory { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, included.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Facts recorded up to then are counted.</summary>
    public required DateTimeOffset CutOffAt { get; init; }

    /// <summary>Null when not given: shown as "not stated".</summary>
    public string? Project { get; init; }

    /// <summary>Definitions and figures, as JSON in a fixed order.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8, in lower-case hexadecimal.</summary>
    public required string ContentHash { get; init; }

    /// <summary>The report this one supplements; null for the first.</summary>
    public StandingReportId? Supplements { get; init; }

    /// <summary>What a supplement corrects and why; empty for the first.</summary>
    public string Reason { get; init; } = "";

    /// <summary>The account that froze it.</summary>
    public required ActorId By { get; init; }
}
