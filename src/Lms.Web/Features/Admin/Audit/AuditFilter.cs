using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>What is looked for in the log, as it stands in the address.</summary>
public sealed record AuditFilter
{
    public AuditGroup? Group { get; init; }

    /// <summary>A login or a whole surrogate.</summary>
    public string Actor { get; init; } = "";

    /// <summary>A login or a whole surrogate.</summary>
    public string Subject { get; init; } = "";

    public string From { get; init; } = "";

    public string To { get; init; } = "";

    /// <summary>Part of a number or slug.</summary>
    public string Text { get; init; } = "";

    public static AuditFilter Of(IQueryCollection query) =>
        new()
        {
            Group =
                Enum.TryParse<AuditGroup>(query["group"], out var group) && Enum.IsDefined(group)
                    ? group
                    : null,
            Actor = Typed(query, "actor"),
            Subject = Typed(query, "subject"),
            From = Typed(query, "from"),
            To = Typed(query, "to"),
            Text = Typed(query, "q"),
        };

    /// <summary>
    /// What the log keeps of a look at itself: which of the filters were set, the group and the days;
    /// never whose name or what text was typed.
    /// </summary>
    public string Words =>
        string.Join(
            ' ',
            new[]
            {
                Group?.ToString() ?? "",
                Actor.Length > 0 ? "actor" : "",
                Subject.Length > 0 ? "subject" : "",
                Text.Length > 0 ? "text" : "",
                DayOf(From) is { } from ? $"from:{from:yyyy-MM-dd}" : "",
                DayOf(To) is { } to ? $"to:{to:yyyy-MM-dd}" : "",
            }.Where(word => word.Length > 0)
        );

    public bool HasBadDay =>
        (From.Length > 0 && DayOf(From) is null) || (To.Length > 0 && DayOf(To) is null);

    /// <summary>This view, from an older entry on.</summary>
    public string Address(long? before = null)
    {
        var query = new QueryBuilder();
        Add(query, "group", Group?.ToString() ?? "");
        Add(query, "actor", Actor);
        Add(query, "subject", Subject);
        Add(query, "from", From);
        Add(query, "to", To);
        Add(query, "q", Text);
        Add(query, "before", before?.ToString(CultureInfo.InvariantCulture) ?? "");
        return $"/admin/audit{query}";
    }

    // Days no log can have would overflow on their way to an instant.
    public static DateOnly? DayOf(string typed) =>
        Shared.GrantWords.DayTyped(typed) is { Year: >= 2000 and < 2200 } day ? day : null;

    private static string Typed(IQueryCollection query, string key)
    {
        var text = query[key].ToString().Trim();
        return text.Length > 100 ? text[..100] : text;
    }

    private static void Add(QueryBuilder query, string key, string value)
    {
        if (value.Length > 0)
        {
            query.Add(key, value);
        }
    }
}
