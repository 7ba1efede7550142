using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Backups;

/// <summary>The same with a dump of PostgreSQL.</summary>
public sealed class PostgresRestoreTests
{
    [Theory]
    [InlineData(nameof(RestoreStep.Database))]
    [InlineData(nameof(RestoreStep.Parts))]
    [InlineData(nameof(RestoreStep.Schema))]
    public async Task A_restore_that_was_cut_is_seen_and_goes_on(string step)
    {
        var at = Enum.Parse<RestoreStep>(step);
        await using var host = await LmsHost.StartAsync(TestDatabase.Postgres);
        await host.SignedInAsync("admin");
        var room = Directory.CreateTempSubdirectory("lms-restore-").FullName;
        var (file, later) = (Path.Combine(room, "copy"), Path.Combine(room, "later"));
        await host.Services.GetRequiredService<MakeBackup>().RunAsync(file);
        await host.SignedInAsync("manager");
        host.Clock.Forward(TimeSpan.FromMinutes(1));
        await host.Services.GetRequiredService<MakeBackup>().RunAsync(later);
        var key = RecoveryKey.Open(host.Folder);
        var now = host.Clock.GetUtcNow();
        var settings = new LmsSettings
        {
            Data = Path.Combine(room, "data"),
            Database = new()
            {
                Provider = DatabaseProvider.Postgres,
                ConnectionString = await TestDatabase.Postgres.NewAsync(room),
            },
        };

        await Assert.ThrowsAsync<IOException>(() =>
            RestoreBackup.RunAsync(
                settings,
                file,
                key,
                now,
                reached =>
                {
                    if (reached == at)
                    {
                        throw new IOException("cut");
                    }
                }
            )
        );
        Assert.Throws<StartRefused>(() => StartChecks.NoUnfinishedRestore(settings));
        if (at != RestoreStep.Database)
        {
            var other = await Assert.ThrowsAsync<BackupRefused>(() =>
                RestoreBackup.RunAsync(settings, later, key, now)
            );
            Assert.Equal(BackupFault.OtherUnderway, other.Fault);
            Assert.Throws<StartRefused>(() => StartChecks.NoUnfinishedRestore(settings));
        }

        await RestoreBackup.RunAsync(settings, file, key, now);

        StartChecks.NoUnfinishedRestore(settings);
        await using var before = host.Look();
        await using var after = PostgresSchema.Open(settings);
        after.Viewer = Viewer.System("a test looks");
        Assert.Equal(await before.People.CountAsync(), await after.People.CountAsync());
        Assert.True(File.Exists(RecoveryKey.FileIn(settings.Data)));
        Assert.True(await after.Audit.AnyAsync(one => one.Action == AuditAction.BackupRestored));
        Directory.Delete(room, recursive: true);
    }

    [Fact]
    public async Task A_dump_goes_into_an_empty_database_and_into_no_other()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Postgres);
        await host.SignedInAsync("admin");
        var room = Directory.CreateTempSubdirectory("lms-restore-").FullName;
        var file = Path.Combine(room, "copy.backup");
        await host.Services.GetRequiredService<MakeBackup>().RunAsync(file);
        var key = RecoveryKey.Open(host.Folder);
        var settings = new LmsSettings
        {
            Data = Path.Combine(room, "data"),
            Database = new()
            {
                Provider = DatabaseProvider.Postgres,
                ConnectionString = await TestDatabase.Postgres.NewAsync(room),
            },
        };

        var other = await Assert.ThrowsAsync<BackupRefused>(() =>
            RestoreBackup.RunAsync(
                settings with
                {
                    Database = new(),
                },
                file,
                key,
                host.Clock.GetUtcNow()
            )
        );
        Assert.Equal(BackupFault.OtherDatabase, other.Fault);

        await RestoreBackup.RunAsync(settings, file, key, host.Clock.GetUtcNow());
        await using var before = host.Look();
        await using var after = PostgresSchema.Open(settings);
        after.Viewer = Viewer.System("a test looks");
        Assert.Equal(await before.People.CountAsync(), await after.People.CountAsync());
        Assert.True(File.Exists(RecoveryKey.FileIn(settings.Data)));

        Directory.Delete(settings.Data, recursive: true);
        var again = await Assert.ThrowsAsync<BackupRefused>(() =>
            RestoreBackup.RunAsync(settings, file, key, host.Clock.GetUtcNow())
        );
        Assert.Equal(BackupFault.NotEmpty, again.Fault);
        Directory.Delete(room, recursive: true);
    }
}
