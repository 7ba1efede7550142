namespace Lms.Web.Data;

/// <summary>
/// One writer at a time in this process. SQLite has one writer anyway; a queue in memory is fair,
/// where its own waiting lets the unlucky starve for seconds.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    public async ValueTask<Turn> EnterAsync(CancellationToken cancel)
    {
        await turn.WaitAsync(cancel);
        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    public readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
