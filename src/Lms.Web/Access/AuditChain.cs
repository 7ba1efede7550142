using System.Security.Cryptography;
using System.Text.Json;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>
/// Ties each entry of the audit to the one before, so that none can be changed, left out or put
/// between without every later hash telling of it.
/// </summary>
public static class AuditChain
{
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
#pragma warning disable RS0030 // Access alone lifts the scope.
        db
            .Audit.IgnoreQueryFilters([Scope.Filter])
            .OrderByDescending(entry => entry.Position)
            .Select(entry => entry.Hash)
            .FirstOrDefaultAsync(cancel);
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
        string? previous = null;
        foreach (var entry in entries)
        {
            if (entry.Hash is null && previous is null)
            {
                continue;
            }

            previous ??= Beginning;
            if (entry.PreviousHash != previous || entry.Hash != HashOf(entry, previous))
            {
                return entry;
            }

            previous = entry.Hash;
        }

        return null;
    }
}
