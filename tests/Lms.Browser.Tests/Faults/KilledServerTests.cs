using System.Diagnostics;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>"Saved" means saved: what was acknowledged outlives a process killed at any moment.</summary>
[Collection(AloneCollection.Name)]
public sealed class KilledServerTests
{
    private const int Rounds = 20;
    private const int TakersEach = 2;
    private const int FewestSaved = 20;
    private static readonly TimeSpan ReadyWithin = TimeSpan.FromSeconds(10);
    private static readonly string[] Savers = ["specialist", "trainer", "author", "manager"];

    [Fact]
    public async Task No_acknowledged_answer_lesson_or_certificate_is_missing_after_twenty_kills()
    {
        var settings = new ServerSettings
        {
            Content = await ManyTakers.ContentAsync(Rounds * TakersEach),
        };
        var server = await ServerProcess.StartAsync(settings);
        var takers = new List<CourseTaker>();
        try
        {
            var diaries = new List<Diary>();
            foreach (var name in Savers)
            {
                diaries.Add(new(await AnswerClient.StartAsync(server, name)));
            }

            for (var round = 1; round <= Rounds; round++)
            {
                var fresh = await TakersAsync(server, (round - 1) * TakersEach);
                takers.AddRange(fresh);
                await KillWhileWritingAsync(server, diaries, fresh, round);
                await server.DisposeAsync();
                var start = Stopwatch.StartNew();
                server = await ServerProcess.StartAsync(settings);
                Assert.True(start.Elapsed < ReadyWithin, $"Ready after {start.Elapsed}.");

                var register = Register.Of(server);
                Assert.Empty(register.Faults());
                var kept = register.Answers().ToLookup(answer => answer.Attempt);
                Assert.All(diaries, diary => diary.AssertKept([.. kept[diary.Client.Attempt]]));
                Assert.All(takers, taker => taker.AssertKept());
            }

            var certificates = takers.Count(taker => taker.HasCertificate);
            Assert.True(certificates >= 5, $"{certificates} certificates were issued.");
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(settings.Data, recursive: true);
            Directory.Delete(settings.Content, recursive: true);
        }
    }

    private static async Task<List<CourseTaker>> TakersAsync(ServerProcess server, int from)
    {
        var takers = new List<CourseTaker>();
        for (var number = from + 1; number <= from + TakersEach; number++)
        {
            var name = ManyTakers.NameOf(number);
            var http = await server.SignedInAsync(name);
            takers.Add(new(Register.Of(server), http, $"{name}@demo.example"));
        }

        return takers;
    }

    private static async Task KillWhileWritingAsync(
        ServerProcess server,
        List<Diary> diaries,
        List<CourseTaker> takers,
        int round
    )
    {
        var saved = diaries.Sum(diary => diary.Count);
        var work = diaries.ConvertAll(diary => Task.Run(diary.SaveUntilCutAsync));
        work.AddRange(takers.ConvertAll(taker => Task.Run(taker.TakeUntilCutAsync)));
        await Soon.HappensAsync(
            "enough saved answers",
            () => diaries.Sum(diary => diary.Count) >= saved + FewestSaved
        );
        // The moment goes over the whole way through a course, whatever the speed of the machine; the
        // certificate, in whose write the most is done, comes each third time.
        var step = round % 3 == 0 ? CourseTaker.AllSteps : round % CourseTaker.AllSteps;
        await Soon.HappensAsync(
            $"step {step} of a course",
            () => takers.Exists(taker => taker.Steps >= step)
        );
        await Task.Delay(round * 40);
        await server.KillAsync();
        await Task.WhenAll(work);
    }
}
