using System.Globalization;
using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Covering;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lms.Web.Features.Manage.Coverage;

/// <summary>What is looked at: all of it stands in the address, so that a view can be sent.</summary>
public sealed record CoverageChoice
{
    /// <summary>Days ahead that stand beside today.</summary>
    public static readonly IReadOnlyList<int> Ahead = [30, 90, 180];

    // A day further away than anyone plans for, and than a calendar counts.
    private const int MostDays = 36_500;

    private const int MostAway = 50;

    public CoverageRule? Rule { get; init; }

    public DateOnly Today { get; init; }

    public DateOnly Day { get; init; }

    /// <summary>A territory above communities; null for the whole scope.</summary>
    public TerritoryCode? Within { get; init; }

    public CoverageState? State { get; init; }

    public bool IsMap { get; init; }

    public string Sort { get; init; } = "";

    /// <summary>Of the table of places, from 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>People thought away: only those whom the viewer may see.</summary>
    public IReadOnlyList<PersonId> Away { get; init; } = [];

    public int DaysAhead => Day.DayNumber - Today.DayNumber;

    public static CoverageChoice Of(
        IQueryCollection query,
        IReadOnlyList<CoverageRule> rules,
        DateOnly today
    ) =>
        new()
        {
            Rule =
                rules.FirstOrDefault(rule => rule.Code == query["rule"])
                ?? (rules is [var first, ..] ? first : null),
            Today = today,
            Day = DayOf(query["day"], today),
            Within = query["within"].ToString() is { Length: > 0 } code ? new(code) : null,
            State = CoverageWords.Read(query["state"]),
            IsMap = query["view"] == "map",
            Sort = query["sort"].ToString(),
            Page = int.TryParse(
                query["p"],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var p
            )
                ? Math.Max(1, p)
                : 1,
            Away =
            [
                .. query["away"]
                    .Select(id => Guid.TryParse(id, out var value) ? new PersonId(value) : default)
                    .Where(id => id != default)
                    .Distinct()
                    .Take(MostAway),
            ],
        };

    /// <summary>One community, in any state.</summary>
    public CoverageChoice Alone(TerritoryCode community) =>
        this with
        {
            Within = community,
            State = null,
            Page = 1,
        };

    /// <summary>The page with this choice; with another handler, its form.</summary>
    public string Address(string? handler = null)
    {
        var query = new QueryBuilder();
        Add(query, "handler", handler);
        Add(query, "rule", Rule?.Code);
        Add(query, "day", Day == Today ? null : DayWords());
        Add(query, "within", Within?.Value);
        Add(query, "state", State is { } state ? CoverageWords.CodeOf(state) : null);
        Add(query, "view", IsMap ? "map" : null);
        Add(query, "sort", Sort);
        Add(query, "p", Page > 1 ? Page.ToString(CultureInfo.InvariantCulture) : null);
        foreach (var person in Away)
        {
            query.Add("away", person.Value.ToString());
        }

        return $"/manage/coverage{query}";
    }

    public string DayWords() =>
        Ahead.Contains(DaysAhead)
            ? DaysAhead.ToString(CultureInfo.InvariantCulture)
            : Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly DayOf(string? written, DateOnly today) =>
        int.TryParse(written, CultureInfo.InvariantCulture, out var days) && Ahead.Contains(days)
            ? today.AddDays(days)
        : GrantWords.DayTyped(written) is { } day
        && Math.Abs(day.DayNumber - today.DayNumber) <= MostDays
            ? day
        : today;

    private static void Add(QueryBuilder query, string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            query.Add(key, value);
        }
    }
}
