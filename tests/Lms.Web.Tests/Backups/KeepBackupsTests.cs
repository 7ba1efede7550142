using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Backups;

/// <summary>Backups and drills that come by themselves.</summary>
public sealed class KeepBackupsTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task Each_night_has_its_backup_and_each_week_its_drill(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        var folder = host.Services.GetRequiredService<BackupFolder>();
        for (var night = 0; night < 9; night++)
        {
            await KeepAsync(host);
            await KeepAsync(host);
            host.Clock.Forward(TimeSpan.FromDays(1));
        }

        var all = folder.All();
        Assert.InRange(all.Count, Rotation.Days, Rotation.Days + 2);
        Assert.All(all, backup => Assert.True(backup.IsGood));
        Assert.Equal(LmsHost.Start.AddDays(8), all[0].At);
        await using var db = host.Look();
        Assert.Equal(9, await db.Audit.CountAsync(e => e.Action == AuditAction.BackupMade));
        var drills = await db
            .Audit.Where(entry => entry.Action == AuditAction.BackupChecked)
            .Select(entry => entry.Detail)
            .ToListAsync();
        Assert.Equal(2, drills.Count);
        Assert.All(drills, detail => Assert.EndsWith(" ok", detail, StringComparison.Ordinal));
        Assert.Equal(LmsHost.Start.AddDays(7), folder.LastDrill()!.At);
    }

    [Fact]
    public async Task A_drill_finds_a_backup_that_went_bad_and_the_next_run_makes_another()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var folder = host.Services.GetRequiredService<BackupFolder>();
        await KeepAsync(host);
        var first = folder.LastGood()!;
        var bytes = await File.ReadAllBytesAsync(folder.PathOf(first.Name));
        bytes[^100] ^= 1;
        await File.WriteAllBytesAsync(folder.PathOf(first.Name), bytes);

        host.Clock.Forward(TimeSpan.FromMinutes(1));
        var found = await host.Services.GetRequiredService<CheckBackup>().RunAsync(first);
        Assert.Contains("пошкоджено", found.Fault, StringComparison.Ordinal);
        Assert.Null(folder.LastGood());

        await KeepAsync(host);
        Assert.NotNull(folder.LastGood());
        // The bad one stayed until there was a good one.
        Assert.Single(folder.All());
    }

    [Fact]
    public async Task Files_that_are_not_ours_are_never_touched()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var folder = host.Services.GetRequiredService<BackupFolder>();
        Directory.CreateDirectory(folder.Path);
        string[] foreign = ["lms-old.backup", "lms-20261301T000000Z.backup", "notes.txt"];
        foreach (var name in foreign)
        {
            await File.WriteAllTextAsync(folder.PathOf(name), "");
        }

        await KeepAsync(host);
        Assert.Single(folder.All());
        Assert.All(foreign, name => Assert.True(File.Exists(folder.PathOf(name))));
        Assert.Empty(Directory.EnumerateDirectories(folder.Path));
    }

    [Fact]
    public async Task Two_at_once_are_one_and_a_refusal()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        using var other = host.Services.GetRequiredService<BackupFolder>().Take();
        var refused = await Assert.ThrowsAsync<BackupRefused>(() =>
            host.Services.GetRequiredService<MakeBackup>().RunAsync()
        );
        Assert.Equal(BackupFault.Busy, refused.Fault);
    }

    private static async Task KeepAsync(LmsHost host)
    {
        await using var work = host.Services.WorkAs("a test waits for the night");
        await ActivatorUtilities.CreateInstance<KeepBackups>(work.Services).RunAsync();
    }
}
