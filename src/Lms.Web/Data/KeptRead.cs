namespace Lms.Web.Data;

/// <summary>One answer of the database, the same for everybody, kept for as long as its tables say.</summary>
public sealed class KeptRead<T>(WatchedTables tables, Func<Task<T>> read)
    where T : class
{
    private Answer? kept;

    /// <summary>Shared by all who ask: not to be changed.</summary>
    public async ValueTask<T> GetAsync()
    {
        if (kept is { } known && tables.Holds(known.ReadAt))
        {
            return known.Value;
        }

        var readAt = tables.Now;
        var value = await read();
        kept = new(value, readAt);
        return value;
    }

    private sealed record Answer(T Value, long ReadAt);
}
