using System.Net;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Data;
using Lms.Web.Tests.Journey;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Backups;

/// <summary>A backup brings everything back on another machine, or nothing.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly string room = Directory.CreateTempSubdirectory("lms-restore-").FullName;
    private LmsHost host = null!;
    private string file = null!;

    private string Target => Path.Combine(room, "data");

    private RecoveryKey Key => RecoveryKey.Read(RecoveryKey.FileIn(host.Folder));

    public async ValueTask InitializeAsync()
    {
        host = await LmsHost.StartAsync(TestDatabase.Sqlite);
        file = Path.Combine(room, "copy.backup");
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        Directory.Delete(room, recursive: true);
    }

    [Fact]
    public async Task Cookies_certificates_and_links_of_the_old_machine_hold_on_the_new_one()
    {
        var learner = new Learner(host, await host.SignedInAsync("specialist"));
        await learner.ReadLessonsAsync();
        await learner.StartQuizAsync();
        await learner.SubmitQuizAsync();
        var cookie = await CookieAsync("manager@demo.example");
        await using var before = host.Look();
        var certificate = await before.Certificates.SingleAsync();
        var keys = await host.Anonymous().GetStringAsync("/.well-known/jwks.json");
        await MakeAsync();

        var about = await RestoreAsync();
        Assert.Contains("keys/certificates/current.pem", about.Members.Keys);

        await using var restored = await LmsHost.StartInAsync(Target, TestDatabase.Sqlite);
        using var signedIn = restored.Anonymous();
        signedIn.DefaultRequestHeaders.Add("Cookie", cookie);
        using var people = await signedIn.GetAsync("/manage/people");
        Assert.Equal(HttpStatusCode.OK, people.StatusCode);
        Assert.Equal(keys, await restored.Anonymous().GetStringAsync("/.well-known/jwks.json"));
        using var verified = await restored.Anonymous().GetAsync($"/verify/{certificate.Code}");
        Assert.Equal(HttpStatusCode.OK, verified.StatusCode);
        Assert.Contains(
            certificate.Number,
            await verified.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
        await using var after = restored.Look();
        var log = await after.Audit.OrderBy(entry => entry.Position).ToListAsync();
        Assert.Contains(log, entry => entry.Action == AuditAction.BackupRestored);
        Assert.Null(AuditChain.FirstBroken(log));
    }

    [Fact]
    public async Task Every_row_is_as_it_was_and_every_file()
    {
        Directory.CreateDirectory(Path.Combine(host.Folder, "media"));
        var picture = Path.Combine(host.Folder, "media", new string('a', 64) + ".png");
        await File.WriteAllBytesAsync(picture, RandomNumberGenerator.GetBytes(3_000_000));
        var made = await MakeAsync();
        var about = await RestoreAsync();

        Assert.Equal(made.Rows, about.Rows);
        Assert.True(about.Rows["People"] > 0);
        var state = SqliteCopy.Check(Path.Combine(Target, "lms.db"));
        Assert.All(
            about.Rows.Where(rows => rows.Key != "Audit"),
            rows => Assert.Equal(rows.Value, state.Rows[rows.Key])
        );
        foreach (var (name, member) in about.Members.Where(one => one.Key != "lms.db"))
        {
            var path = Path.Combine(Target, name);
            Assert.Equal(
                member.Sha256,
                Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(path)))
            );
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(path)
            );
        }

        Assert.Contains($"media/{Path.GetFileName(picture)}", about.Members.Keys);
        Assert.False(Directory.Exists(Path.Combine(Target, RestoreBackup.Unfinished)));
        Assert.False(File.Exists(Path.Combine(Target, "lms.db-wal")));
    }

    [Fact]
    public async Task A_damaged_copy_is_refused_and_nothing_is_written()
    {
        await MakeAsync();
        var sound = await File.ReadAllBytesAsync(file);
        foreach (var place in new[] { 20, 5000, sound.Length / 2, sound.Length - 1 })
        {
            var flipped = sound.ToArray();
            flipped[place] ^= 1;
            await AssertRefusedAsync(flipped, BackupFault.Damaged);
        }

        await AssertRefusedAsync(sound[..(sound.Length / 2)], BackupFault.Damaged);
        await AssertRefusedAsync([], BackupFault.NotABackup);
        await AssertRefusedAsync("PK a file of another kind"u8.ToArray(), BackupFault.NotABackup);
    }

    [Fact]
    public async Task A_wrong_key_is_refused()
    {
        await MakeAsync();
        var other = RecoveryKey.Open(Path.Combine(room, "other"));
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync(other));
        Assert.Equal(BackupFault.WrongKey, refused.Fault);
        AssertEmpty();
    }

    [Fact]
    public async Task A_copy_of_a_newer_schema_is_refused()
    {
        await using (var db = host.Look())
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            await db.Database.OpenConnectionAsync();
            command.CommandText =
                "INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99.0.0')";
            await command.ExecuteNonQueryAsync();
        }

        await MakeAsync();
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync());
        Assert.Equal(BackupFault.NewerSchema, refused.Fault);
        AssertEmpty();
    }

    [Fact]
    public async Task Only_an_empty_folder_takes_it_and_the_ledger_of_the_erased_stays()
    {
        await MakeAsync();
        Directory.CreateDirectory(Target);
        var ledger = Path.Combine(Target, "erasures.log");
        await File.WriteAllTextAsync(ledger, "{}\n");
        var forgotten = Path.Combine(Target, "erasures.forgotten");
        await File.WriteAllTextAsync(forgotten, "3");
        await File.WriteAllTextAsync(Path.Combine(Target, "note.txt"), "");
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync());
        Assert.Equal(BackupFault.NotEmpty, refused.Fault);

        File.Delete(Path.Combine(Target, "note.txt"));
        await RestoreAsync();
        Assert.Equal("{}\n", await File.ReadAllTextAsync(ledger));
        // Of another database it says nothing.
        Assert.False(File.Exists(forgotten));
        Assert.DoesNotContain("erasures.log", BackupArchive.Read(file, Key).Members.Keys);

        var again = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync());
        Assert.Equal(BackupFault.NotEmpty, again.Fault);
    }

    [Fact]
    public async Task A_folder_that_is_served_takes_nothing()
    {
        await MakeAsync();
        using var served = ServeLock.Take(Target);
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync());
        Assert.Equal(BackupFault.ServerRuns, refused.Fault);
    }

    [Fact]
    public async Task An_interrupted_restore_does_not_start_and_is_done_again()
    {
        await MakeAsync();
        Directory.CreateDirectory(Path.Combine(Target, RestoreBackup.Unfinished));
        Directory.CreateDirectory(Path.Combine(Target, "keys"));
        await Assert.ThrowsAsync<StartRefused>(() =>
            LmsHost.StartInAsync(Target, TestDatabase.Sqlite)
        );

        await RestoreAsync();
        Assert.True(File.Exists(Path.Combine(Target, "lms.db")));
        Assert.True(File.Exists(RecoveryKey.FileIn(Target)));
    }

    private Task<BackupManifest> MakeAsync() =>
        host.Services.GetRequiredService<MakeBackup>().RunAsync(file);

    private Task<BackupManifest> RestoreAsync(RecoveryKey? key = null) =>
        RestoreBackup.RunAsync(new() { Data = Target }, file, key ?? Key, host.Clock.GetUtcNow());

    private async Task AssertRefusedAsync(byte[] written, BackupFault fault)
    {
        await File.WriteAllBytesAsync(file, written);
        var refused = await Assert.ThrowsAsync<BackupRefused>(() => RestoreAsync());
        Assert.Equal(fault, refused.Fault);
        Assert.Contains(file, refused.Sentence, StringComparison.Ordinal);
        AssertEmpty();
    }

    private void AssertEmpty() =>
        Assert.Equal(
            [ServeLock.Name],
            Directory.EnumerateFileSystemEntries(Target).Select(Path.GetFileName)
        );

    private async Task<string> CookieAsync(string email)
    {
        using var answer = await host.Anonymous()
            .SubmitAsync(
                "/account/login",
                "main form",
                ("Email", email),
                ("Password", Visits.Password)
            );
        return answer
            .Headers.GetValues("Set-Cookie")
            .Select(cookie => cookie.Split(';')[0])
            .Single(cookie => cookie.StartsWith("lms=", StringComparison.Ordinal));
    }
}
