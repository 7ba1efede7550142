namespace Lms.Web.Features.Shared.Tables;

/// <summary>A table as it stands on a page: one page of its rows, with the ways to the others.</summary>
public sealed record ReportTableView(ReportTable Table, IReadOnlyList<ReportCell[]> Rows)
{
    /// <summary>Rows in all.</summary>
    public required int Count { get; init; }

    /// <summary>Key of the column it is sorted by; empty for the order of the report.</summary>
    public string Sort { get; init; } = "";

    public bool IsDescending { get; init; }

    public int Number { get; init; } = 1;

    public int Pages { get; init; } = 1;

    /// <summary>The address of the same view, with these parts of the query changed.</summary>
    public Func<IReadOnlyDictionary<string, string>, string>? With { get; init; }

    public string SortAddress(ReportColumn column) =>
        With!(
            new Dictionary<string, string>
            {
                ["sort"] = column.Key,
                ["dir"] = Sort == column.Key && !IsDescending ? "desc" : "",
                ["p"] = "",
            }
        );

    public string PageAddress(int number) =>
        With!(
            new Dictionary<string, string>
            {
                ["p"] =
                    number > 1
                        ? number.ToString(System.Globalization.CultureInfo.InvariantCulture)
                        : "",
            }
        );
}
