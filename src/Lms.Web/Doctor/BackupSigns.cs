using System.Globalization;
using Lms.Web.Backups;
using Lms.Web.Features.Shared;

namespace Lms.Web.Doctor;

/// <summary>The last backup, the last trial of one, and the key that opens them.</summary>
internal sealed class BackupSigns(BackupFolder folder, LmsSettings settings, TimeProvider time)
{
    public IEnumerable<Sign> Of()
    {
        var last = folder.LastGood();
        yield return last is null
            ? Sign.Yellow(
                "Справної резервної копії ще немає. Створіть: lms backup.",
                "There is no good backup yet. Make one: lms backup."
            )
        : BackupTimes.IsAlarming(last.At, time.Now())
            ? Sign.Red(
                $"Остання справна копія — від {Shown(last.At)}, понад 26 годин тому. Створіть: lms backup.",
                $"The last good backup is of {Shown(last.At)}, more than 26 hours ago. Make one: lms backup."
            )
        : Sign.Green(
            $"Остання справна копія — від {Shown(last.At)}.",
            $"The last good backup is of {Shown(last.At)}."
        );

        yield return folder.LastDrill() switch
        {
            null => Sign.Yellow(
                "Пробного відновлення ще не було: воно буває щотижня само.",
                "There was no trial restore yet: one comes each week by itself."
            ),
            { Fault: { } fault } => Sign.Red(
                $"Останнє пробне відновлення не вдалося: {fault}",
                "The last trial restore failed."
            ),
            var drill => Sign.Green(
                $"Останнє пробне відновлення — {Shown(drill.At)}, вдалося.",
                $"The last trial restore was on {Shown(drill.At)}, and well."
            ),
        };

        var key = RecoveryKey.FileIn(settings.Data);
        if (File.Exists(key))
        {
            RecoveryKey.Read(key);
            yield return Sign.Green(
                "Ключ відновлення є. Він має бути й на папері: lms backup --show-key.",
                "The recovery key is there. It belongs on paper too: lms backup --show-key."
            );
        }
    }

    private static string Shown(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
