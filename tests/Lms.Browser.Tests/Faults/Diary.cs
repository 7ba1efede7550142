using System.Net;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// What one person in the quiz knows: the answers that were acknowledged, and the ones of which
/// nothing was heard any more.
/// </summary>
internal sealed class Diary(AnswerClient client)
{
    private readonly Lock writing = new();
    private readonly List<SentAnswer> acknowledged = [];
    private readonly HashSet<Guid> unknown = [];
    private int turn;

    public AnswerClient Client => client;

    public int Count => Volatile.Read(ref turn);

    /// <summary>All that is owed at this moment.</summary>
    public IReadOnlyList<SentAnswer> Acknowledged()
    {
        lock (writing)
        {
            return [.. acknowledged];
        }
    }

    /// <summary>Answers until the server is gone, or refuses.</summary>
    public async Task SaveUntilCutAsync()
    {
        while (true)
        {
            var answer = client.Next(turn);
            try
            {
                using var response = await client.SendAsync(answer);
                if (response.StatusCode != HttpStatusCode.OK)
                {
                    unknown.Add(answer.Operation);
                    return;
                }

                lock (writing)
                {
                    acknowledged.Add(answer);
                }

                Interlocked.Increment(ref turn);
            }
            catch (Exception gone) when (gone is HttpRequestException or TaskCanceledException)
            {
                unknown.Add(answer.Operation);
                return;
            }
        }
    }

    /// <summary>Everything acknowledged is there, as it was sent, and counts unless a later one came.</summary>
    public void AssertKept(IReadOnlyList<Support.KeptAnswer> kept)
    {
        var rows = kept.ToDictionary(answer => answer.Operation);
        Assert.All(acknowledged, sent => Assert.Equal([sent.Option], rows[sent.Operation].Values));
        foreach (
            var last in acknowledged.GroupBy(sent => sent.Question).Select(sent => sent.Last())
        )
        {
            var counts = kept.Last(answer =>
                answer.Question == last.Question && !unknown.Contains(answer.Operation)
            );
            Assert.Equal(last.Operation, counts.Operation);
        }

        Assert.Empty(rows.Keys.Except(acknowledged.Select(sent => sent.Operation)).Except(unknown));
    }
}
