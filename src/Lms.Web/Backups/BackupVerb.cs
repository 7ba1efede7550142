using System.CommandLine;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;

namespace Lms.Web.Backups;

/// <summary><c>backup [FILE]</c>: beside a serving process too.</summary>
internal static class BackupVerb
{
    public static Command Command()
    {
        var file = new Argument<FileInfo?>("file")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "Куди (типово в Lms:Data/backups, де старі зникають самі). | Where to.",
        };
        var showKey = new Option<bool>("--show-key")
        {
            Description =
                "Друкує ключ відновлення: перепишіть його на папір. | Prints the recovery key, to be kept on paper.",
        };
        var command = new Command(
            "backup",
            "Створює резервну копію: база, медіа, ключі. | Makes a backup."
        )
        {
            file,
            showKey,
        };
        command.SetAction(
            (parsed, _) =>
                parsed.GetValue(showKey)
                    ? ShowKeyAsync(parsed.InvocationConfiguration.Output)
                    : RunAsync(parsed.GetValue(file), parsed.InvocationConfiguration.Output)
        );
        return command;
    }

    private static async Task<int> ShowKeyAsync(TextWriter output)
    {
        var settings = StartChecks.FromEnvironment();
        await output.WriteLineAsync(RecoveryKey.Open(settings.Data).ToString());
        return 0;
    }

    private static async Task<int> RunAsync(FileInfo? file, TextWriter output)
    {
        await using var app = LmsApplication.Build([]);
        var settings = app.Services.GetRequiredService<LmsSettings>();
        var isFirst = !File.Exists(RecoveryKey.FileIn(settings.Data));
        try
        {
            await app.AskForSchemaAsync();
            var make = app.Services.GetRequiredService<MakeBackup>();
            var path = file?.FullName;
            if (path is null)
            {
                var kept = await make.RunAsync();
                path = app.Services.GetRequiredService<BackupFolder>().PathOf(kept.Name);
            }
            else
            {
                await make.RunAsync(path);
            }

            await using var work = app.Services.WorkAs("backup");
            await BackupAudit.RecordAsync(
                work.Services.GetRequiredService<LmsDbContext>(),
                AuditAction.BackupMade,
                Path.GetFileName(path),
                app.Services.GetRequiredService<TimeProvider>().Now()
            );
            await output.WriteLineAsync(path);
            if (isFirst)
            {
                await output.WriteLineAsync(
                    $"Копію зашифровано ключем {RecoveryKey.FileIn(settings.Data)}. Надрукуйте його (backup --show-key) і тримайте окремо від копій: без нього їх не відкрити. | Sealed with a key of this installation: print it and keep it apart, nothing opens the backups without it."
                );
            }

            return 0;
        }
        catch (BackupRefused refused)
        {
            await Console.Error.WriteLineAsync(refused.Sentence);
            return 1;
        }
    }
}
