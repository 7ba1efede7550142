using System.Diagnostics;
using System.Net;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>"Saved" means saved: what was acknowledged outlives the process.</summary>
[Collection(AloneCollection.Name)]
public sealed class PowerCutTests
{
    private const int Rounds = 3;
    private const int FewestSaved = 50;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(10);
    private static readonly string[] People =
    [
        "specialist",
        "specialist2",
        "trainer",
        "author",
        "manager",
        "regional",
        "auditor",
        "admin",
    ];

    [Fact]
    public async Task Every_acknowledged_answer_outlives_a_server_killed_in_the_middle_of_saving()
    {
        var settings = new ServerSettings();
        var server = await ServerProcess.StartAsync(settings);
        try
        {
            var diaries = new List<Diary>();
            foreach (var name in People)
            {
                diaries.Add(new(await AnswerClient.StartAsync(server, name)));
            }

            for (var round = 1; round <= Rounds; round++)
            {
                await KillWhileSavingAsync(server, diaries, round * 300);
                await server.DisposeAsync();
                var start = Stopwatch.StartNew();
                server = await ServerProcess.StartAsync(settings);
                Assert.True(start.Elapsed < ReadyWithin, $"Ready after {start.Elapsed}.");

                var register = Register.Of(server);
                Assert.Empty(register.Faults());
                var kept = register.Answers().ToLookup(answer => answer.Attempt);
                Assert.All(diaries, diary => diary.AssertKept([.. kept[diary.Client.Attempt]]));
            }
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(settings.Data, recursive: true);
        }
    }

    // The moment of the cut: some time after the savers are in full swing.
    private static async Task KillWhileSavingAsync(
        ServerProcess server,
        List<Diary> diaries,
        int after
    )
    {
        var saved = diaries.Sum(diary => diary.Count);
        var savers = diaries.ConvertAll(diary => Task.Run(diary.SaveUntilCutAsync));
        await Soon.HappensAsync(
            "enough saved answers",
            () => diaries.Sum(diary => diary.Count) >= saved + FewestSaved
        );
        await Task.Delay(after);
        await server.KillAsync();
        await Task.WhenAll(savers);
    }

    /// <summary>What one client knows: the answers that were acknowledged, and the one it never heard of.</summary>
    private sealed class Diary(AnswerClient client)
    {
        private readonly List<SentAnswer> acknowledged = [];
        private readonly HashSet<Guid> unknown = [];
        private int turn;

        public AnswerClient Client => client;

        public int Count => Volatile.Read(ref turn);

        public async Task SaveUntilCutAsync()
        {
            while (true)
            {
                var answer = client.Next(turn);
                try
                {
                    using var response = await client.SendAsync(answer);
                    Assert.Equal(HttpStatusCode.OK, response.StatusCode);
                    acknowledged.Add(answer);
                    Interlocked.Increment(ref turn);
                }
                catch (HttpRequestException)
                {
                    unknown.Add(answer.Operation);
                    return;
                }
            }
        }

        /// <summary>Everything acknowledged is there, as it was sent, and counts unless a later one came.</summary>
        public void AssertKept(IReadOnlyList<KeptAnswer> kept)
        {
            var rows = kept.ToDictionary(answer => answer.Operation);
            Assert.All(
                acknowledged,
                sent => Assert.Equal([sent.Option], rows[sent.Operation].Values)
            );
            foreach (
                var last in acknowledged.GroupBy(sent => sent.Question).Select(sent => sent.Last())
            )
            {
                var counts = kept.Last(answer =>
                    answer.Question == last.Question && !unknown.Contains(answer.Operation)
                );
                Assert.Equal(last.Operation, counts.Operation);
            }

            Assert.Empty(
                rows.Keys.Except(acknowledged.Select(sent => sent.Operation)).Except(unknown)
            );
        }
    }
}
