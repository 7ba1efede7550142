using System.Diagnostics;
using System.Globalization;
using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Features.Manage.Assignments.Reminding;
using Lms.Web.Mail;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Features.Manage.Assignments;

/// <summary>
/// A process that reminds a thousand people and sends their letters is killed twenty times, wherever it
/// stands: nobody is written to twice, nobody is forgotten.
/// </summary>
public sealed class RemindKilledTests
{
    private const int Recipients = 1000;
    private const int Kills = 20;
    private const string FolderName = "LMS_TEST_REMIND_FOLDER";
    private const string PortName = "LMS_TEST_REMIND_PORT";

    // What a run comes to: the letters of all and of their manager, written and handed over.
    private const int AllWork = 2 * (Recipients + 1);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Killed_twenty_times_each_letter_is_written_once_and_accepted_at_most_once()
    {
        using var sink = new SmtpSink();
        var folder = Directory.CreateTempSubdirectory("lms-test-").FullName;
        await using (var first = await LmsHost.StartInAsync(folder, TestDatabase.Sqlite))
        {
            await RemindTests.PopulateAsync(first, Recipients);
            Copy(folder, out var kept);
            folder = kept;
        }

        await using var host = await LmsHost.OpenInAsync(folder, TestDatabase.Sqlite);
        for (var kill = 1; kill <= Kills; kill++)
        {
            using var process = Start(folder, sink.Port);
            await ReachesAsync(host, process, kill * AllWork / (Kills + 1));
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        using (var last = Start(folder, sink.Port))
        {
            await ReachesAsync(host, last, AllWork);
            await last.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, last.ExitCode);
        }

        await using var db = host.Look();
        var letters = await db.OutgoingMail.AsNoTracking().ToListAsync();
        Assert.Equal(Recipients + 1, letters.Count);
        Assert.Equal(Recipients + 1, letters.Select(one => one.To).Distinct().Count());
        Assert.Equal(
            Recipients,
            await db.Reminders.CountAsync(one => one.Event.StartsWith("assignment:"))
        );
        Assert.All(sink.Accepted.GroupBy(id => id), group => Assert.Single(group));
        // Cut off with a letter in its hand, it is marked for a person to look at, and not sent again.
        var unknown = letters
            .Where(one => one is { HandedOverAt: not null, SentAt: null })
            .ToList();
        Assert.InRange(unknown.Count, 0, Kills);
        Assert.All(letters, one => Assert.NotNull(one.HandedOverAt));
        var accepted = sink.Accepted.Select(id => id.Trim('<', '>').Split('@')[0]).ToHashSet();
        Assert.All(letters.Except(unknown), one => Assert.Contains($"{one.Id.Value:N}", accepted));
    }

    /// <summary>The process that is killed; run by the test above alone.</summary>
    [Fact(Explicit = true)]
    public async Task Remind_and_send_to_the_end()
    {
        var folder = Environment.GetEnvironmentVariable(FolderName);
        Assert.SkipWhen(folder is null, "is started by another test");
        // The folder is the other test's: it goes with the host there.
        var host = await LmsHost.OpenInAsync(
            folder,
            TestDatabase.Sqlite,
            ("Lms:Mail:Host", "127.0.0.1"),
            ("Lms:Mail:Port", Environment.GetEnvironmentVariable(PortName)!)
        );
        var reminding = Task.Run(() => host.Services.GetRequiredService<RemindPeople>().RunAsync());
        while (await LeftAsync(host) > 0 || !reminding.IsCompleted)
        {
            await using var work = host.Services.WorkAs("a test sends the mail");
            await ActivatorUtilities
                .CreateInstance<SendMail>(work.Services)
                .Execute(null!, CancellationToken.None);
        }

        await reminding;
    }

    private static async Task<int> LeftAsync(LmsHost host)
    {
        await using var db = host.Look();
        return await db.OutgoingMail.CountAsync(one => one.HandedOverAt == null);
    }

    // The host of the preparation goes with its folder.
    private static void Copy(string folder, out string kept)
    {
        kept = Directory.CreateTempSubdirectory("lms-test-").FullName;
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(kept, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static Process Start(string folder, int port)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [
                typeof(RemindKilledTests).Assembly.Location,
                "-explicit",
                "only",
                "-method",
                $"{typeof(RemindKilledTests).FullName}.{nameof(Remind_and_send_to_the_end)}",
            ]
        )
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[FolderName] = folder;
        start.Environment[PortName] = port.ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task ReachesAsync(LmsHost host, Process process, int work)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            await using var db = host.Look();
            var done =
                await db.OutgoingMail.CountAsync()
                + await db.OutgoingMail.CountAsync(one => one.HandedOverAt != null);
            if (done >= work)
            {
                return;
            }

            Assert.False(process.HasExited, $"It ended after {done} of {work}.");
            Assert.True(waited.Elapsed < Patience, $"{done} of {work} after {waited.Elapsed}.");
            await Task.Delay(50);
        }
    }
}
