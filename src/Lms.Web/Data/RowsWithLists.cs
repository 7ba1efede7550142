using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Data;

/// <summary>
/// Rows with the lists that belong to them: a statement for each list, and all of one moment. Read apart, a
/// row that somebody writes in between leaves it and those after it without their lists, and nothing says so.
/// </summary>
internal static class RowsWithLists
{
    public static Task<List<T>> ListAtOnceAsync<T>(
        this IQueryable<T> rows,
        LmsDbContext db,
        CancellationToken cancel = default
    )
        where T : class => db.AtOnceAsync(() => Apart(rows).ToListAsync(cancel), cancel);

    public static Task<T> SingleAtOnceAsync<T>(
        this IQueryable<T> rows,
        LmsDbContext db,
        CancellationToken cancel = default
    )
        where T : class => db.AtOnceAsync(() => Apart(rows).SingleAsync(cancel), cancel);

    public static Task<T?> SingleOrDefaultAtOnceAsync<T>(
        this IQueryable<T> rows,
        LmsDbContext db,
        CancellationToken cancel = default
    )
        where T : class => db.AtOnceAsync(() => Apart(rows).SingleOrDefaultAsync(cancel), cancel);

#pragma warning disable RS0030 // Here they are of one moment.
    private static IQueryable<T> Apart<T>(IQueryable<T> rows)
        where T : class => rows.AsSplitQuery();
#pragma warning restore RS0030
}
