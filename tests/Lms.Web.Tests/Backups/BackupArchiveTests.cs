using System.Runtime.Versioning;
using Lms.Web.Backups;
using Lms.Web.Data;

namespace Lms.Web.Tests.Backups;

/// <summary>What a backup holds when files go while it is made.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class BackupArchiveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-archive-").FullName;
    private readonly RecoveryKey key;

    public BackupArchiveTests() => key = RecoveryKey.Open(folder);

    [Fact]
    public void A_media_file_that_is_deleted_while_it_is_made_is_left_out()
    {
        var (kept, gone, whole) = (Media("a.png"), Media("b.png"), Media("live/1/voice.webm"));

        var about = Write(Files());

        Assert.Equal([kept.Name], about.Members.Keys);
        Assert.Equal(about.Members, BackupArchive.Read(Path.Combine(folder, "a"), key).Members);

        IEnumerable<ArchivedFile> Files()
        {
            yield return kept;
            File.Delete(gone.Path);
            Directory.Delete(Path.GetDirectoryName(whole.Path)!, recursive: true);
            yield return gone;
            yield return whole;
        }
    }

    [Fact]
    public void What_cannot_be_read_for_another_reason_and_what_must_be_there_stop_it()
    {
        var (link, key, folded) = (Media("c.png"), Media("key"), Media("d.png"));
        File.Delete(link.Path);
        File.CreateSymbolicLink(link.Path, Path.Combine(folder, "nowhere"));
        File.Delete(key.Path);
        File.Delete(folded.Path);
        Directory.CreateDirectory(folded.Path);

        Assert.Throws<FileNotFoundException>(() => Write([link]));
        Assert.Throws<FileNotFoundException>(() => Write([key with { MayGo = false }]));
        Assert.Throws<UnauthorizedAccessException>(() => Write([folded]));
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private ArchivedFile Media(string name)
    {
        var path = Path.Combine(folder, "media", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, name);
        return new($"media/{name}", path, MayGo: true);
    }

    private BackupManifest Write(IEnumerable<ArchivedFile> files)
    {
        var file = Path.Combine(folder, "a");
        File.Delete(file);
        return BackupArchive.Write(
            file,
            key,
            files,
            new()
            {
                Program = "",
                MadeAt = DateTimeOffset.UnixEpoch,
                Database = DatabaseProvider.Sqlite,
                Migrations = [],
                Rows = new Dictionary<string, long>(),
            }
        );
    }
}
