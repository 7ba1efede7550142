namespace Lms.Web.Backups;

/// <summary>Why no backup was made, or none was restored.</summary>
public enum BackupFault
{
    NotABackup,
    Damaged,
    WrongKey,
    NoKey,
    NewerSchema,
    OtherDatabase,
    NoRoom,
    Busy,
    NotEmpty,
    OtherUnderway,
    ServerRuns,
    NoProgram,
    DatabaseFaulty,
    CannotRead,
}

/// <summary>Nothing was changed; the sentence says why, in both languages.</summary>
/// <param name="detail">A file, a program or a finding; never a name of a person or an answer.</param>
public sealed class BackupRefused(BackupFault fault, string detail, Exception? inner = null)
    : Exception($"{fault}: {detail}", inner)
{
    public BackupFault Fault { get; } = fault;

    public string Detail { get; } = detail;

    public string Sentence => $"{Uk} | {En}";

    public string In(string language) => language == "en" ? En : Uk;

    private string Uk =>
        Fault switch
        {
            BackupFault.NotABackup => $"{Detail} — це не резервна копія цього продукту.",
            BackupFault.Damaged => $"{Detail} — копію пошкоджено. Візьміть іншу.",
            BackupFault.WrongKey =>
                $"{Detail} — цей ключ відновлення не від цієї копії. Візьміть ключ, записаний, коли її створено.",
            BackupFault.NoKey =>
                $"{Detail} — це не ключ відновлення, або в ньому помилка. Це 17 груп по чотири знаки (0-9, a-f).",
            BackupFault.NewerSchema =>
                $"{Detail} — копію зробила новіша версія програми. Встановіть її, тоді відновлюйте.",
            BackupFault.OtherDatabase =>
                $"{Detail} — копія з іншої бази даних, ніж названо в Lms:Database:Provider.",
            BackupFault.NoRoom =>
                $"{Detail} — замало місця: копія зайняла б останні 10 % диска. Звільніть місце.",
            BackupFault.Busy => $"{Detail} — копію вже створює чи перевіряє інший процес.",
            BackupFault.NotEmpty =>
                $"{Detail} — тека не порожня. Відновлення пише лише в порожню теку Lms:Data.",
            BackupFault.OtherUnderway =>
                $"{Detail} — тут перервано відновлення іншої копії. Відновіть ту саму, або спорожніть базу даних.",
            BackupFault.ServerRuns => $"{Detail} — цю теку обслуговує serve. Спершу зупиніть його.",
            BackupFault.NoProgram =>
                $"{Detail} — цієї програми немає. Встановіть клієнт PostgreSQL тієї самої версії, що й сервер.",
            BackupFault.DatabaseFaulty => $"База даних має пошкодження: {Detail}.",
            BackupFault.CannotRead => $"{Detail} — файл не вдалося прочитати чи записати.",
        };

    private string En =>
        Fault switch
        {
            BackupFault.NotABackup => "Not a backup of this product.",
            BackupFault.Damaged => "The backup is damaged. Take another one.",
            BackupFault.WrongKey => "This recovery key does not belong to this backup.",
            BackupFault.NoKey =>
                "Not a recovery key, or it has a mistake: it is 17 groups of four characters (0-9, a-f).",
            BackupFault.NewerSchema =>
                "A newer version of the program made this backup. Install that version first.",
            BackupFault.OtherDatabase =>
                "The backup is of another database than Lms:Database:Provider names.",
            BackupFault.NoRoom =>
                "Too little room: the last 10 % of the disk would be used. Free some space.",
            BackupFault.Busy => "Another process makes or checks a backup.",
            BackupFault.NotEmpty =>
                "The folder is not empty: restore writes only into an empty one.",
            BackupFault.OtherUnderway =>
                "The restore of another backup was interrupted here. Restore that one, or empty the database.",
            BackupFault.ServerRuns => "A process serves this folder. Stop it first.",
            BackupFault.NoProgram =>
                "The program is missing. Install the PostgreSQL client of the server's version.",
            BackupFault.DatabaseFaulty => "The database is damaged.",
            BackupFault.CannotRead => "The file cannot be read or written.",
        };
}
