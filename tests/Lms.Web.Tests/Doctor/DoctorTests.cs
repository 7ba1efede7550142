using System.Runtime.Versioning;
using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Doctor;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Doctor;

/// <summary>The doctor says in sentences what is well and what is not.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class DoctorTests
{
    [Theory]
    [MemberData(nameof(TestDatabase.Both), MemberType = typeof(TestDatabase))]
    public async Task A_sound_installation_has_nothing_red(string database)
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Named(database));
        await host.Services.GetRequiredService<MakeBackup>().RunAsync();
        var signs = await LookAsync(host);
        Assert.DoesNotContain(signs, sign => sign.Light == Light.Red);
        Assert.True(signs.Count >= 12, string.Join('\n', signs));
        Assert.True((await LookAsync(host, isQuick: true)).Count < signs.Count);
    }

    [Fact]
    public async Task A_clock_behind_the_log_is_red()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.SignedInAsync("admin");
        host.Clock.Forward(TimeSpan.FromMinutes(-10));
        Assert.Contains(
            await LookAsync(host, isQuick: true),
            sign =>
                sign.Light == Light.Red && sign.Uk.Contains("Годинник", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_log_that_was_changed_is_red()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.SignedInAsync("admin");
        await using (var db = host.Look())
        {
            await db
                .Audit.OrderBy(entry => entry.Position)
                .Take(1)
                .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Detail, "changed"));
        }

        Assert.Contains(
            await LookAsync(host),
            sign => sign.Light == Light.Red && sign.Uk.Contains("Журнал", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Logs_that_were_emptied_or_lost_their_hashes_no_longer_fit_their_anchor()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await host.IssuedAsync("specialist");
        var anchor = host.Services.GetRequiredService<ChainAnchor>();
        Assert.True(await anchor.KeepAsync());
        await using var db = host.Look();
        var kept = anchor.Read().Marks!;

        // Each hash taken away, the chain begins anew and follows.
        await db.Audit.ExecuteUpdateAsync(set =>
            set.SetProperty(one => one.Hash, (string?)null)
                .SetProperty(one => one.PreviousHash, (string?)null)
        );
        var all = await db.Audit.AsNoTracking().OrderBy(one => one.Position).ToListAsync();
        Assert.Null(AuditChain.FirstBroken(all));
        await RedAsync(host, "Журнал дій");

        await db.Audit.ExecuteDeleteAsync();
        var check = await AuditChain.CheckAsync(db, kept.Audit, CancellationToken.None);
        Assert.Equal(kept.Audit, check.Missing);
        await RedAsync(host, "Журнал дій");

        // Emptied, the issue log is written anew from the register, and agrees with it.
        await db.IssueLog.ExecuteDeleteAsync();
        await db.EnterFirstReleaseAsync(LmsHost.Start);
        Assert.Equal((1, null), await db.CheckIssueLogAsync());
        var (_, fault) = await db.CheckIssueLogAsync(kept.Issues);
        Assert.Equal(IssueLogFaultKind.NotAsAnchored, fault!.Kind);
        await RedAsync(host, "Журнал видачі");

        // What was done is not hidden by the next anchor, and a made-up one is told.
        Assert.False(await anchor.KeepAsync());
        var file = Path.Combine(host.Folder, "keys", "anchor.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace(kept.Audit!.Hash, new string('0', 64)));
        Assert.True(anchor.Read().IsForged);
        await RedAsync(host, "anchor.json");
    }

    [Fact]
    public async Task Every_field_of_the_profile_that_is_empty_is_named()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var signs = await LookAsync(host, isQuick: true);
        var pack = host.Services.GetRequiredService<Lms.Web.Content.Pack.OrganisationPack>();
        var missing = pack.CertificateProfile.Missing(pack.HasFilled);
        Assert.NotEmpty(missing);
        var words = signs.Single(sign =>
            sign.Uk.StartsWith("organisation.yml", StringComparison.Ordinal)
        );
        Assert.All(
            missing,
            field =>
                Assert.Contains(
                    Lms.Web.Content.Pack.CertificateProfileReader.NameOf(field),
                    words.Uk,
                    StringComparison.Ordinal
                )
        );
    }

    private static async Task RedAsync(LmsHost host, string about) =>
        Assert.Contains(
            await LookAsync(host),
            sign => sign.Light == Light.Red && sign.Uk.Contains(about, StringComparison.Ordinal)
        );

    [Fact]
    public async Task An_old_backup_a_failed_drill_and_an_open_key_are_red()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        var folder = host.Services.GetRequiredService<BackupFolder>();
        var made = await host.Services.GetRequiredService<MakeBackup>().RunAsync();
        folder.Remember(new("other", made.At, IsDrill: true, "fault", 1, 0));
        host.Clock.Forward(TimeSpan.FromHours(27));
        File.SetUnixFileMode(
            RecoveryKey.FileIn(host.Folder),
            UnixFileMode.UserRead | UnixFileMode.OtherRead
        );
        var red = (await LookAsync(host, isQuick: true))
            .Where(sign => sign.Light == Light.Red)
            .Select(sign => sign.En)
            .ToList();
        Assert.Contains(red, words => words.Contains("26 hours", StringComparison.Ordinal));
        Assert.Contains(red, words => words.Contains("trial restore", StringComparison.Ordinal));
        Assert.Contains(red, words => words.Contains("chmod 600", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_looked_at_is_red_and_the_rest_is_told()
    {
        await using var host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        await File.WriteAllTextAsync(
            Path.Combine(
                Directory.CreateDirectory(Path.Combine(host.Folder, "keys")).FullName,
                "backup.key"
            ),
            "no key"
        );
        var signs = await LookAsync(host, isQuick: true);
        Assert.Contains(signs, sign => sign.Uk.StartsWith("копії", StringComparison.Ordinal));
        Assert.Contains(signs, sign => sign.Uk.StartsWith("Пошт", StringComparison.Ordinal));
    }

    private static async Task<List<Sign>> LookAsync(LmsHost host, bool isQuick = false)
    {
        var signs = new List<Sign>();
        await foreach (var sign in Examination.RunAsync(host.App, isQuick))
        {
            Assert.NotEmpty(sign.En);
            signs.Add(sign);
        }

        return signs;
    }
}
