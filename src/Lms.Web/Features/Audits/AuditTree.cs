using Lms.Domain.Reports;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Audits;

/// <summary>
/// The territories an auditor reads figures of: the widest that lie within the audited scope, and one
/// level below. Wider and narrower views do not exist: each would be one more sum to take away from.
/// </summary>
internal sealed class AuditTree
{
    private readonly List<(TerritoryCode Code, int? Whole)> rows = [];
    private readonly Dictionary<TerritoryCode, IReadOnlySet<TerritoryCode>> within = [];

    public AuditTree(OrganisationPack pack, IReadOnlyCollection<TerritoryCode> audited)
    {
        var scope = audited.ToHashSet();
        var whole = pack
            .Territories.All.Where(one =>
                pack.Territories.CommunitiesWithin(one.Code) is { Count: > 0 } own
                && own.IsSubsetOf(scope)
            )
            .OrderBy(one => one.Code.Value, StringComparer.Ordinal)
            .ToList();
        var codes = whole.Select(one => one.Code).ToHashSet();
        foreach (
            var root in whole.Where(one => one.Parent is not { } parent || !codes.Contains(parent))
        )
        {
            var at = rows.Count;
            Add(pack, root.Code, null);
            foreach (var part in whole.Where(one => one.Parent == root.Code))
            {
                Add(pack, part.Code, at);
            }
        }
    }

    public IReadOnlyList<(TerritoryCode Code, int? Whole)> Rows => rows;

    /// <summary>A column: what each community counts, added up, and told where it may be.</summary>
    public IReadOnlyList<ReportCell> Column(
        IReadOnlyDictionary<TerritoryCode, int> counts,
        string withheld
    )
    {
        var cells = rows.Select(row => new CountedCell(
                within[row.Code].Sum(code => counts.GetValueOrDefault(code)),
                row.Whole
            ))
            .ToList();
        var hidden = SmallCells.Withheld(cells);
        return [.. cells.Select((cell, at) => hidden[at] ? withheld : (ReportCell)cell.Count)];
    }

    public IReadOnlySet<TerritoryCode> Within(TerritoryCode code) => within[code];

    private void Add(OrganisationPack pack, TerritoryCode code, int? whole)
    {
        rows.Add((code, whole));
        within[code] = pack.Territories.CommunitiesWithin(code);
    }
}
