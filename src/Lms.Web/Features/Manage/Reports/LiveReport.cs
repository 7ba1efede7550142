using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>What is read for a report: the database of its reader, and the scope once more in words.</summary>
/// <param name="Whole">Everything the reader may count, whatever was chosen.</param>
public sealed record ReportReader(
    LmsDbContext Db,
    ReportScope Whole,
    ReportScope Scope,
    ReportChoice Choice,
    Texts Texts
)
{
    public static ReportReader Of(
        LmsDbContext db,
        Viewer viewer,
        ReportChoice choice,
        OrganisationPack pack,
        Texts texts
    ) =>
        new(
            db,
            ReportScope.Of(viewer, null, pack),
            ReportScope.Of(viewer, choice.Within, pack),
            choice,
            texts
        );
}

/// <summary>A report that is made anew each time, in the scope of whoever asks.</summary>
public abstract class LiveReport
{
    /// <summary>As it stands in the address.</summary>
    public abstract string Code { get; }

    /// <summary>The filters it understands, by their keys.</summary>
    public abstract IReadOnlyList<string> Filters { get; }

    /// <summary>
    /// Whether a viewer follows anything of the territory that was chosen; true when the report asks for
    /// none.
    /// </summary>
    public bool Follows(ReportChoice choice, Viewer viewer, OrganisationPack pack) =>
        !Filters.Contains("within")
        || choice.Within is not { } code
        || viewer.Follows(code, pack.Territories);

    public abstract ReportTable Table(ReportChoice choice, Texts texts);

    public abstract Task<ReportRows> ReadAsync(ReportReader reader, CancellationToken cancel);
}

/// <summary>The rows of a report: counted only where their number is asked for, read as far as they are wanted.</summary>
/// <param name="Read">Skips some, takes some, in the order of the report.</param>
public sealed record ReportRows(
    Func<CancellationToken, Task<int>> CountAsync,
    Func<int, int, IAsyncEnumerable<ReportCell[]>> Read
)
{
    public IAsyncEnumerable<ReportCell[]> All => Read(0, int.MaxValue);

    public static ReportRows Of(IReadOnlyList<ReportCell[]> rows) =>
        new(
            _ => Task.FromResult(rows.Count),
            (skip, take) => rows.Skip(skip).Take(take).ToAsyncEnumerable()
        );

    /// <summary>Another order needs them all.</summary>
    public async Task<ReportRows> SortedAsync(
        ReportTable table,
        ReportChoice choice,
        Texts texts,
        CancellationToken cancel
    )
    {
        var at = table.At(choice.Sort);
        if (at < 0)
        {
            return this;
        }

        var rows = await All.ToListAsync(cancel);
        var order = Comparer<ReportCell>.Create(
            (one, other) => CellWords.Compare(texts, one, other)
        );
        return Of([
            .. choice.IsDescending
                ? rows.OrderByDescending(row => row[at], order)
                : rows.OrderBy(row => row[at], order),
        ]);
    }
}
