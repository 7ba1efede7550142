using System.Diagnostics;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Lms.Browser.Tests.Faults;

/// <summary>
/// What was acknowledged before the power went is there when it comes back. The control, whose flushes
/// do nothing, must lose: else the test could not see a loss.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class PowerCutTests
{
    private const int FewestSaved = 50;

    // Each cut has people of its own, whose attempts are not open yet.
    private static readonly string[][] Rounds =
    [
        ["specialist", "trainer"],
        ["author", "manager"],
    ];

    [Fact]
    public async Task Nothing_acknowledged_before_the_power_went_is_missing()
    {
        await using var disk = await DiskAsync();
        foreach (var people in Rounds)
        {
            var (owed, lost) = await CutAsync(disk, people, start => start);
            Assert.True(owed >= FewestSaved, $"{owed} were owed.");
            Assert.Equal(0, lost);
        }
    }

    [Fact]
    public async Task A_product_whose_flushes_do_nothing_loses_what_it_acknowledged()
    {
        await using var disk = await DiskAsync();
        var (owed, lost) = await CutAsync(disk, Rounds[0], WithoutFlushes);
        Assert.True(owed >= FewestSaved, $"{owed} were owed.");
        Assert.True(lost > 0, $"None of {owed} was lost: the cut cuts nothing.");
    }

    private static string DataOn(CutDisk disk) => Path.Combine(disk.Folder, "data");

    private static async Task<CutDisk> DiskAsync()
    {
        Assert.SkipWhen(CutDisk.Missing() is not null, CutDisk.Missing() ?? "");
        var disk = await CutDisk.MakeAsync();
        try
        {
            await PreparedData.CopyAsync(TestContent.Root, DataOn(disk));
            return disk;
        }
        catch (Exception)
        {
            await disk.DisposeAsync();
            throw;
        }
    }

    /// <returns>How many answers were owed, and how many of them are not there.</returns>
    private static async Task<(int Owed, int Lost)> CutAsync(
        CutDisk disk,
        string[] people,
        Func<ProcessStartInfo, ProcessStartInfo> change
    )
    {
        var settings = new ServerSettings { Data = DataOn(disk) };
        IReadOnlyList<SentAnswer> owed;
        await using (
            var server = await ServerProcess.StartAsync(
                settings,
                change(Product.Start(settings.Environment, "serve"))
            )
        )
        {
            var diaries = new List<Diary>();
            foreach (var name in people)
            {
                diaries.Add(new(await AnswerClient.StartAsync(server, name)));
            }

            await disk.FlushAsync();
            var savers = diaries.ConvertAll(diary => Task.Run(diary.SaveUntilCutAsync));
            await Soon.HappensAsync(
                "enough saved answers",
                () => diaries.Sum(diary => diary.Count) >= FewestSaved
            );
            await Task.Delay(300);
            // What is acknowledged while the disk goes is owed by nobody: no answer leaves a machine
            // after its power has gone.
            owed = [.. diaries.SelectMany(diary => diary.Acknowledged())];
            await disk.CutAsync();
            await server.KillAsync();
            await Task.WhenAll(savers);
        }

        await disk.UnmountAsync();
        await disk.MountAsync();
        return (owed.Count, LostOf(owed, Path.Combine(settings.Data, "lms.db")));
    }

    private static int LostOf(IReadOnlyList<SentAnswer> owed, string file)
    {
        var kept = Kept(new Register(file));
        return owed.Count(answer => !kept.Contains(answer.Operation));
    }

    // A register that cannot be read has lost everything.
    private static HashSet<Guid> Kept(Register register)
    {
        try
        {
            return register.Faults().Count == 0
                ? [.. register.Answers().Select(answer => answer.Operation)]
                : [];
        }
        catch (SqliteException)
        {
            return [];
        }
    }

    private static ProcessStartInfo WithoutFlushes(ProcessStartInfo start)
    {
        start.ArgumentList.Insert(0, start.FileName);
        start.FileName = "eatmydata";
        return start;
    }
}
