using System.Diagnostics;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.Web.Tests.Support;

/// <summary>
/// The statements that go to a database, of this flow of work alone: what a background service asks
/// meanwhile does not count. Made before the product starts, which looks for listeners now and then.
/// </summary>
public sealed class StatementsOfThisFlow
    : IDisposable,
        IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<StatementsOfThisFlow?> current = new();

    private readonly List<IDisposable> subscriptions = [];
    private readonly List<string> said = [];
    private readonly List<string> inWrites = [];

    /// <summary>One by one, of the last work.</summary>
    public IReadOnlyList<string> Said => said;

    /// <summary>Of those, the ones that were asked within a transaction: others wait meanwhile.</summary>
    public IReadOnlyList<string> InWrites => inWrites;

    /// <summary>Called before each statement until it says that this was the one it waited for.</summary>
    public Func<string, bool>? Meanwhile { get; set; }

    public StatementsOfThisFlow() =>
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>What the work asks of a database.</summary>
    public async Task<string> OfAsync(Func<Task> work)
    {
        said.Clear();
        inWrites.Clear();
        current.Value = this;
        await work();
        current.Value = null;
        return string.Join('\n', said);
    }

    public void Dispose()
    {
        subscriptions.ForEach(one => one.Dispose());
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (
            current.Value == this
            && value.Key == RelationalEventId.CommandExecuting.Name
            && value.Value is CommandEventData { Command.CommandText: var text } asked
        )
        {
            said.Add(text);
            if (Meanwhile is { } meanwhile)
            {
                // What it does asks the database too.
                Meanwhile = null;
                Meanwhile = meanwhile(text) ? null : meanwhile;
            }

            if (
                asked.Context is LmsDbContext
                {
                    IsReading: false,
                    Database.CurrentTransaction: not null
                }
            )
            {
                inWrites.Add(text);
            }
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }
}
