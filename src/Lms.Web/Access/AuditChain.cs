using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Web.Access;

/// <summary>
/// Ties each entry of the audit to the one before, so that none can be changed, left out or put
/// between without every later hash telling of it.
/// </summary>
public static class AuditChain
{
    // Asked at each write that is logged: compiled once for each database.
    private static readonly ConditionalWeakTable<
        IModel,
        Func<LmsDbContext, CancellationToken, Task<string?>>
    > Newest = [];

    /// <summary>Before the first entry that was chained.</summary>
    public static readonly string Beginning = new('0', 64);

    public static string HashOf(AuditEntry entry, string previous) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes<object?[]>([
                    previous,
                    entry.At.ToUnixTimeMilliseconds(),
                    entry.Action.ToString(),
                    entry.Actor?.Value,
                    entry.Subject?.Value,
                    entry.Detail,
                ])
            )
        );

    /// <summary>Whoever writes: the chain is one, whatever of it the writer may read.</summary>
    public static Task<string?> LastAsync(LmsDbContext db, CancellationToken cancel) =>
        Newest.GetValue(db.Model, _ => CompiledNewest())(db, cancel);

    private static Func<LmsDbContext, CancellationToken, Task<string?>> CompiledNewest() =>
#pragma warning disable RS0030 // Access alone lifts the scope.
        EF.CompileAsyncQuery(
            (LmsDbContext db, CancellationToken _) =>
                db
                    .Audit.IgnoreQueryFilters(new[] { Scope.Filter })
                    .OrderByDescending(entry => entry.Position)
                    .Select(entry => entry.Hash)
                    .FirstOrDefault()
        );
#pragma warning restore RS0030

    /// <summary>The new entries, in the order they were added, after the last one kept.</summary>
    public static void Tie(IEnumerable<AuditEntry> added, string? last)
    {
        var previous = last ?? Beginning;
        foreach (var entry in added)
        {
            entry.PreviousHash = previous;
            entry.Hash = previous = HashOf(entry, previous);
        }
    }

    /// <summary>The first entry that does not follow the one before it; null when all do.</summary>
    /// <param name="entries">In the order of their positions.</param>
    public static AuditEntry? FirstBroken(IEnumerable<AuditEntry> entries)
    {
        var walk = new AuditWalk();
        return entries.FirstOrDefault(entry => !walk.Follows(entry));
    }

    /// <summary>The same over the whole log, read entry by entry: it is never all in memory.</summary>
    /// <param name="anchored">An entry that stood in the log before; null when none is known.</param>
    public static async Task<AuditCheck> CheckAsync(
        LmsDbContext db,
        ChainMark? anchored,
        CancellationToken cancel
    )
    {
        var walk = new AuditWalk(anchored);
        AuditEntry? last = null;
        await foreach (
            var entry in db
                .Audit.AsNoTracking()
                .OrderBy(entry => entry.Position)
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
        {
            if (!walk.Follows(entry))
            {
                return new(walk.Chained, last, entry, Missing: null);
            }

            last = entry;
        }

        return new(walk.Chained, last, null, walk.IsMet ? null : anchored);
    }
}

/// <param name="Chained">Entries that follow the one before.</param>
/// <param name="Last">The last entry that is in order; null when there is none.</param>
/// <param name="Broken">The first that is not; null when all are.</param>
/// <param name="Missing">The entry that is remembered and not there; null when it is.</param>
public sealed record AuditCheck(
    long Chained,
    AuditEntry? Last,
    AuditEntry? Broken,
    ChainMark? Missing
);

/// <summary>Goes along the log one entry after the other.</summary>
public sealed class AuditWalk(ChainMark? anchored = null)
{
    private string? previous;

    public long Chained { get; private set; }

    /// <summary>The remembered entry was passed as it was, or none is remembered.</summary>
    public bool IsMet { get; private set; } = anchored is null;

    /// <summary>Entries from before there was a chain follow too, as long as none is chained yet.</summary>
    public bool Follows(AuditEntry entry)
    {
        if (anchored?.Position == entry.Position)
        {
            IsMet = anchored.Hash == entry.Hash;
            if (!IsMet)
            {
                return false;
            }
        }

        if (entry.Hash is null && previous is null)
        {
            return true;
        }

        previous ??= AuditChain.Beginning;
        if (entry.PreviousHash != previous || entry.Hash != AuditChain.HashOf(entry, previous))
        {
            return false;
        }

        previous = entry.Hash;
        Chained++;
        return true;
    }
}
