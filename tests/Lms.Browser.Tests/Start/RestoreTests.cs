using System.Diagnostics;
using System.Net;
using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>The guide's three commands bring an installation up on a new machine.</summary>
public sealed class RestoreTests
{
    private const string Heading = "### On a new machine, by three commands";

    [Fact]
    public async Task The_three_commands_of_the_guide_are_enough_with_the_backup_and_the_key()
    {
        var old = new ServerSettings();
        var room = Directory.CreateTempSubdirectory("lms-restored-").FullName;
        var backup = Path.Combine(room, "copy.backup");
        var key = Path.Combine(room, "key.txt");
        string keys;
        await using (var server = await ServerProcess.StartPreparedAsync(old))
        {
            var made = await Product.RunAsync(old.Environment, "backup", backup);
            Assert.True(made.Code == 0, made.Words);
            var printed = await Product.RunAsync(old.Environment, "backup", "--show-key");
            await File.WriteAllTextAsync(key, printed.Output);
            using var client = server.NewClient();
            keys = await client.GetStringAsync("/.well-known/jwks.json");
        }

        Directory.Delete(old.Data, recursive: true);
        var settings = new ServerSettings { Data = Path.Combine(room, "data") };
        var start = Product.Start(settings.Environment);
        start.FileName = "sh";
        start.ArgumentList.Clear();
        start.ArgumentList.Add("-ec");
        start.ArgumentList.Add(string.Join('\n', Commands()));
        start.WorkingDirectory = Path.GetDirectoryName(Product.Dll)!;
        start.Environment["BACKUP"] = backup;
        start.Environment["KEY"] = key;
        var waited = Stopwatch.StartNew();
        await using (var server = await ServerProcess.StartAsync(settings, start))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromMinutes(1), $"{waited.Elapsed}");
            using var client = server.NewClient();
            Assert.Equal(keys, await client.GetStringAsync("/.well-known/jwks.json"));
            using var ready = await client.GetAsync("/readyz");
            Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
            using var person = await server.SignedInAsync("specialist");
            using var learn = await person.GetAsync("/learn");
            Assert.Equal(HttpStatusCode.OK, learn.StatusCode);

            var again = await Product.RunAsync(
                settings.Environment,
                "restore",
                backup,
                "--key",
                key
            );
            Assert.Equal(1, again.Code);
            Assert.Contains("зупиніть", again.Error, StringComparison.Ordinal);
        }

        Directory.Delete(room, recursive: true);
    }

    [Fact]
    public async Task Doctor_ends_with_0_on_a_sound_installation_and_with_1_when_a_setting_is_wrong()
    {
        var settings = new ServerSettings();
        await using (await ServerProcess.StartPreparedAsync(settings))
        {
            Assert.Equal(0, (await Product.RunAsync(settings.Environment, "backup")).Code);
            var sound = await Product.RunAsync(settings.Environment, "doctor");
            Assert.True(sound.Code == 0, sound.Words);
            Assert.Contains("quick_check", sound.Output, StringComparison.Ordinal);
            var wrong = await Product.RunAsync(
                settings.With("Lms__Content", "/no/such/folder"),
                "doctor",
                "--quick"
            );
            Assert.Equal(1, wrong.Code);
            Assert.Contains("Lms:Content", wrong.Output, StringComparison.Ordinal);
        }

        Directory.Delete(settings.Data, recursive: true);
    }

    private static string[] Commands()
    {
        var lines = File.ReadAllLines(Repository.File("docs", "operating.md"));
        var commands = lines
            .SkipWhile(line => line != Heading)
            .SkipWhile(line => !line.StartsWith("```", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line != "```")
            .ToArray();
        Assert.Equal(3, commands.Length);
        return commands;
    }
}
