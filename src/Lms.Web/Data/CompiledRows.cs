using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

/// <param name="of">Null for everyone in the scope.</param>
internal delegate Task<List<TRow>> RowsOf<TId, TRow>(
    LmsDbContext db,
    IReadOnlyCollection<TId>? of,
    CancellationToken cancel
);

/// <param name="word">What else the statement asks for.</param>
/// <param name="of">Null for everyone in the scope.</param>
internal delegate Task<List<TRow>> RowsByWordOf<TId, TRow>(
    LmsDbContext db,
    string word,
    IReadOnlyCollection<TId>? of,
    CancellationToken cancel
);

/// <summary>
/// Statements that read many rows and are asked again and again: compiled once. SQLite answers within the
/// call, however it is asked: to wait for each row would only cost. Those of PostgreSQL are awaited.
/// </summary>
internal static class CompiledRows
{
    /// <param name="rows">
    /// Its second parameter is there for everyone and null for those given: not narrowed, no list is sent.
    /// </param>
    public static RowsOf<TId, TRow> Of<TId, TRow>(
        Expression<Func<LmsDbContext, string?, IReadOnlyCollection<TId>, IQueryable<TRow>>> rows
    )
    {
        var (read, awaited) = (EF.CompileQuery(rows), EF.CompileAsyncQuery(rows));
        return (db, of, cancel) =>
            db is SqliteLmsDbContext
                ? ListAsync(read(db, Everyone.If(of is null), of ?? []), cancel)
                : ListAsync(awaited(db, Everyone.If(of is null), of ?? []), cancel);
    }

    /// <inheritdoc cref="Of"/>
    public static RowsByWordOf<TId, TRow> ByWordOf<TId, TRow>(
        Expression<
            Func<LmsDbContext, string, string?, IReadOnlyCollection<TId>, IQueryable<TRow>>
        > rows
    )
    {
        var (read, awaited) = (EF.CompileQuery(rows), EF.CompileAsyncQuery(rows));
        return (db, word, of, cancel) =>
            db is SqliteLmsDbContext
                ? ListAsync(read(db, word, Everyone.If(of is null), of ?? []), cancel)
                : ListAsync(awaited(db, word, Everyone.If(of is null), of ?? []), cancel);
    }

    private static Task<List<TRow>> ListAsync<TRow>(
        IEnumerable<TRow> rows,
        CancellationToken cancel
    )
    {
        cancel.ThrowIfCancellationRequested();
        var list = new List<TRow>();
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            list.Add(row);
        }

        return Task.FromResult(list);
    }

    private static async Task<List<TRow>> ListAsync<TRow>(
        IAsyncEnumerable<TRow> rows,
        CancellationToken cancel
    )
    {
        var list = new List<TRow>();
        await foreach (var row in rows.WithCancellation(cancel))
        {
            list.Add(row);
        }

        return list;
    }
}
