namespace Lms.Web.Backups;

public static class BackupsFeature
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.AddSingleton<BackupFolder>();
        services.AddSingleton<MakeBackup>();
        services.AddSingleton<CheckBackup>();
    }
}
