namespace Lms.Web.Access;

public readonly record struct SavedReportId(Guid Value);

/// <summary>How often a saved report is sent as a link. Names are stored as text and never change.</summary>
public enum ReportRhythm
{
    Never,
    Weekly,
    Monthly,
    Quarterly,
}

/// <summary>A view of a report that its account keeps: an address, opened each time in its reader's scope.</summary>
public sealed class SavedReport : IOfAccount
{
    public required SavedReportId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required string Name { get; set; }

    /// <summary>Path and query within the product.</summary>
    public required string Address { get; init; }

    public required ReportRhythm Rhythm { get; set; }

    /// <summary>The day the link goes out next; null when it never does.</summary>
    public DateOnly? NextOn { get; set; }

    public required DateTimeOffset SavedAt { get; init; }
}
