using System.Diagnostics;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Faults;

/// <summary>After one failed flush nothing more is promised.</summary>
[Collection(FaultCollection.Name)]
public sealed class LostFlushTests
{
    private const string Strace = "/usr/bin/strace";

    [Fact]
    public async Task A_failed_flush_ends_the_process_and_the_next_one_has_all_that_was_acknowledged()
    {
        Assert.SkipUnless(File.Exists(Strace), "needs the package strace");
        Assert.SkipUnless(Environment.UserName == "root", "needs root to fail a system call");
        var settings = new ServerSettings();
        var server = await ServerProcess.StartPreparedAsync(settings);
        try
        {
            var diary = new Diary(await AnswerClient.StartAsync(server, "specialist"));
            var saving = Task.Run(diary.SaveUntilCutAsync);
            await Soon.HappensAsync("some answers", () => diary.Count >= 10);
            using var faults = Process.Start(
                new ProcessStartInfo(
                    Strace,
                    [
                        "-f",
                        "-qq",
                        "-o",
                        "/dev/null",
                        "-e",
                        "trace=fsync,fdatasync",
                        "-e",
                        "inject=fsync,fdatasync:error=EIO",
                        "-p",
                        $"{server.Id}",
                    ]
                )
            )!;
            await saving.WaitAsync(TimeSpan.FromSeconds(30));
            Assert.NotEqual(0, await server.EndedAsync());
            Assert.Contains("fsync", server.Words, StringComparison.Ordinal);
            await faults.WaitForExitAsync();

            await server.DisposeAsync();
            server = await ServerProcess.StartAsync(settings);
            var register = Register.Of(server);
            Assert.Empty(register.Faults());
            diary.AssertKept(register.Answers());
        }
        finally
        {
            await server.DisposeAsync();
            Directory.Delete(settings.Data, recursive: true);
        }
    }
}
