using Lms.Domain.Coverage;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.Extensions.Caching.Memory;

namespace Lms.Web.Features.Shared.Covering;

/// <summary>
/// Boards that were read a moment ago: who turns the pages of a country, sorts it or thinks somebody away
/// asks the same again.
/// </summary>
public sealed class KeptBoards(CoverageReads reads, WriteWatch watch) : IDisposable
{
    // A board of 100,000 people is some tens of MB.
    private const int MostPeople = 200_000;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostPeople });

    /// <param name="isAnew">Read whatever is kept, and kept in its place: for a copy, and for who reloads.</param>
    public async ValueTask<CoverageBoard> ReadAsync(
        IReadOnlyList<Territory> communities,
        CoverageRule rule,
        bool isAnew,
        CancellationToken cancel
    )
    {
        // Null for everywhere: none is not all.
        var codes = reads.IsEverywhere(communities)
            ? null
            : string.Join(' ', communities.Select(one => one.Code.Value));
        var key = (rule.Code, codes);
        if (!isAnew && kept.Get<KeptBoard>(key) is { } known && watch.Coverage.Holds(known.ReadAt))
        {
            return known.Board;
        }

        var readAt = watch.Coverage.Now;
        var board = await reads.ReadAsync(communities, [rule], cancel);
        kept.Set(
            key,
            new KeptBoard(board, readAt),
            new MemoryCacheEntryOptions
            {
                AbsoluteExpirationRelativeToNow = WatchedTables.Kept,
                Size = board.People + communities.Count,
            }
        );
        return board;
    }

    public void Dispose() => kept.Dispose();

    private sealed record KeptBoard(CoverageBoard Board, long ReadAt);
}
