using System.CommandLine;
using System.Globalization;
using Lms.Web.Features.Shared;

namespace Lms.Web.Backups;

/// <summary><c>restore FILE [--key FILE]</c>: into an empty data folder.</summary>
internal static class RestoreVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo>("file")
        {
            Description = "Файл резервної копії. | The backup.",
        };
        var key = new Option<FileInfo?>("--key")
        {
            Description =
                "Файл із ключем відновлення; без нього ключ читається з вводу. | The recovery key; typed in when not given.",
        };
        var command = new Command(
            "restore",
            "Відновлює копію в порожню теку Lms:Data. | Restores into an empty data folder."
        )
        {
            file,
            key,
        };
        command.SetAction(
            (parsed, _) =>
                RunAsync(
                    parsed.GetRequiredValue(file).FullName,
                    parsed.GetValue(key)?.FullName,
                    parsed.InvocationConfiguration.Output
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(string file, string? keyFile, TextWriter output)
    {
        var settings = StartChecks.FromEnvironment();
        try
        {
            var key = keyFile is null ? await AskAsync(output) : RecoveryKey.Read(keyFile);
            var about = await RestoreBackup.RunAsync(
                settings,
                file,
                key,
                TimeProvider.System.Now()
            );
            var at = about.MadeAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            await output.WriteLineAsync(
                $"Відновлено стан на {at} UTC: файлів {about.Members.Count}, рядків {about.Rows.Values.Sum()}. Якщо є пізніший erasures.log, покладіть його в {settings.Data} до запуску. | Restored as of {at} UTC. If there is a later erasures.log, put it into the folder before the start."
            );
            return 0;
        }
        catch (BackupRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Sentence);
            return 1;
        }
    }

    private static async Task<RecoveryKey> AskAsync(TextWriter output)
    {
        await output.WriteLineAsync("Ключ відновлення | Recovery key:");
        return RecoveryKey.Parse(await Console.In.ReadLineAsync() ?? "")
            ?? throw new BackupRefused(BackupFault.NoKey, "--key");
    }
}
