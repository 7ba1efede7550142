using System.Globalization;
using Lms.Domain.Certification;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>What of a report is looked at; all of it stands in the address.</summary>
public sealed record ReportChoice
{
    public const int PerPage = 50;

    private const int Longest = 100;

    private static readonly string[] Keys =
    [
        "q",
        "within",
        "certification",
        "course",
        "state",
        "from",
        "until",
        "sort",
        "dir",
        "p",
    ];

    public required IReadOnlyDictionary<string, string> Written { get; init; }

    /// <summary>The beginning of a surname.</summary>
    public string Query => Of("q");

    public TerritoryCode? Within => Of("within") is { Length: > 0 } code ? new(code) : null;

    public string Certification => Of("certification");

    /// <summary>Slug.</summary>
    public string Course => Of("course");

    public CertificationState? State =>
        Enum.GetValues<CertificationState>()
            .Cast<CertificationState?>()
            .FirstOrDefault(state => StateWords.CodeOf(state!.Value) == Of("state"));

    public required DateOnly From { get; init; }

    /// <summary>Included.</summary>
    public required DateOnly Until { get; init; }

    public required DateOnly Today { get; init; }

    public string Sort => Of("sort");

    public bool IsDescending => Of("dir") == "desc";

    public int Page =>
        int.TryParse(Of("p"), NumberStyles.None, CultureInfo.InvariantCulture, out var page)
            ? Math.Max(1, page)
            : 1;

    /// <summary>The year of today unless days are given.</summary>
    public static ReportChoice Of(Func<string, string?> query, DateOnly today)
    {
        var written = Keys.Select(key => (Key: key, Value: Short(key, query(key)?.Trim() ?? "")))
            .Where(one => one.Value.Length > 0)
            .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal);
        var from = Day("from");
        var until = Day("until");
        return new()
        {
            Written = written,
            Today = today,
            From = from ?? new(today.Year, 1, 1),
            Until = until ?? today,
        };

        // The first and the last day there are have no midnight in every zone.
        DateOnly? Day(string key) =>
            GrantWords.DayTyped(written.GetValueOrDefault(key)) is { } day
            && day > DateOnly.MinValue
            && day < DateOnly.MaxValue
                ? day
                : null;
    }

    public string Address(
        string report,
        IReadOnlyDictionary<string, string>? changed = null,
        string? handler = null
    )
    {
        var query = new QueryBuilder();
        if (handler is not null)
        {
            query.Add("handler", handler);
        }

        foreach (var key in Keys)
        {
            var value = changed?.GetValueOrDefault(key) ?? Of(key);
            if (value.Length > 0)
            {
                query.Add(key, value);
            }
        }

        return $"/manage/reports/{report}{query}";
    }

    // What is too long to be a territory is none; without it the whole scope would be shown.
    private static string Short(string key, string value) =>
        value.Length <= Longest ? value
        : key == "within" ? value[..Longest]
        : "";

    private string Of(string key) => Written.GetValueOrDefault(key, "");

    /// <summary>The instants of the chosen days in the pack's time zone; the second is not among them.</summary>
    public (DateTimeOffset From, DateTimeOffset Before) Instants(OrganisationPack pack) =>
        (pack.StartOf(From), pack.StartOf(Until.AddDays(1)));
}
