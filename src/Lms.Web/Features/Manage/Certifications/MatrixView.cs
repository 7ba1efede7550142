using System.Globalization;
using Lms.Domain.Certification;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lms.Web.Features.Manage.Certifications;

public enum MatrixOrder
{
    Name,
    NameBack,
    Community,

    /// <summary>By the end of the chosen certification, the nearest first.</summary>
    End,
}

public static class MatrixOrders
{
    /// <summary>Key of its words.</summary>
    public static string Words(this MatrixOrder order) =>
        order switch
        {
            MatrixOrder.Name => "manage.certifications.sort.name",
            MatrixOrder.NameBack => "manage.certifications.sort.name-back",
            MatrixOrder.Community => "manage.certifications.sort.community",
            MatrixOrder.End => "manage.certifications.sort.end",
        };
}

/// <summary>What a manager asked the matrix for; the address holds all of it, so that a view can be sent.</summary>
/// <param name="Certification">Empty for all of them.</param>
/// <param name="State">Of the chosen certification; null for any.</param>
/// <param name="On">Null for today.</param>
/// <param name="Number">Of the page, from 1.</param>
public sealed record MatrixView(
    string Query,
    string Community,
    string Role,
    string Certification,
    CertificationState? State,
    DateOnly? On,
    MatrixOrder Order,
    int Number
)
{
    public const string Path = "/manage/certifications";

    public static MatrixView Read(IQueryCollection query) =>
        new(
            Word(query, "q"),
            // Of any length: what is too long to be one is no community, and not all of them.
            query["community"].ToString().Trim(),
            Word(query, "role"),
            Word(query, "certification"),
            Enum.TryParse<CertificationState>(query["state"], out var state)
            && Enum.IsDefined(state)
                ? state
                : null,
            GrantWords.DayTyped(query["on"]),
            Enum.TryParse<MatrixOrder>(query["sort"], out var order) && Enum.IsDefined(order)
                ? order
                : MatrixOrder.Name,
            int.TryParse(query["p"], CultureInfo.InvariantCulture, out var number)
                ? Math.Max(1, number)
                : 1
        );

    public string Address
    {
        get
        {
            var query = new QueryBuilder();
            Add(query, "q", Query);
            Add(query, "community", Community);
            Add(query, "role", Role);
            Add(query, "certification", Certification);
            Add(query, "state", State?.ToString() ?? "");
            Add(query, "on", On?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");
            Add(query, "sort", Order == MatrixOrder.Name ? "" : Order.ToString());
            Add(query, "p", Number > 1 ? Number.ToString(CultureInfo.InvariantCulture) : "");
            return $"{Path}{query}";
        }
    }

    private static string Word(IQueryCollection query, string key) =>
        query[key].ToString().Trim() is { Length: <= 100 } word ? word : "";

    private static void Add(QueryBuilder query, string key, string value)
    {
        if (value.Length > 0)
        {
            query.Add(key, value);
        }
    }
}
