using System.Runtime.Versioning;
using System.Security.Cryptography;
using Lms.Web.Backups;

namespace Lms.Web.Tests.Backups;

/// <summary>A sealed file opens with its key as it was written, or not at all.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class SealedFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lms-sealed-").FullName;
    private readonly RecoveryKey key;

    public SealedFileTests() => key = RecoveryKey.Open(folder);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(SealedForm.PartBytes - 1)]
    [InlineData(SealedForm.PartBytes)]
    [InlineData(SealedForm.PartBytes + 1)]
    [InlineData(3 * SealedForm.PartBytes)]
    public void What_was_sealed_is_opened(int length)
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        Assert.Equal(bytes, Open(Seal(bytes)));
    }

    [Fact]
    public void No_byte_can_be_changed()
    {
        var sound = Seal(RandomNumberGenerator.GetBytes(200));
        for (var place = 0; place < sound.Length; place++)
        {
            var flipped = sound.ToArray();
            flipped[place] ^= 1;
            var refused = Assert.Throws<BackupRefused>(() => Open(flipped));
            Assert.Equal(place < 8 ? BackupFault.NotABackup : BackupFault.Damaged, refused.Fault);
        }
    }

    [Fact]
    public void No_end_can_be_cut_off_or_added()
    {
        var sound = Seal(RandomNumberGenerator.GetBytes((2 * SealedForm.PartBytes) + 100));
        const int part = SealedForm.PartBytes + SealedForm.TagBytes;
        foreach (
            var length in new[]
            {
                9,
                63,
                64,
                70,
                64 + part,
                64 + (2 * part),
                sound.Length - 1,
                sound.Length - 100,
            }
        )
        {
            var refused = Assert.Throws<BackupRefused>(() => Open(sound[..length]));
            Assert.Equal(BackupFault.Damaged, refused.Fault);
        }

        Assert.Throws<BackupRefused>(() => Open([.. sound, 0]));
        // Parts in another order.
        byte[] moved =
        [
            .. sound[..64],
            .. sound[(64 + part)..(64 + (2 * part))],
            .. sound[64..(64 + part)],
            .. sound[(64 + (2 * part))..],
        ];
        Assert.Equal(BackupFault.Damaged, Assert.Throws<BackupRefused>(() => Open(moved)).Fault);
    }

    [Fact]
    public void Another_key_is_told_from_a_damaged_file()
    {
        var other = RecoveryKey.Open(Path.Combine(folder, "other"));
        var refused = Assert.Throws<BackupRefused>(() => Open(Seal([1, 2, 3]), other));
        Assert.Equal(BackupFault.WrongKey, refused.Fault);
    }

    [Fact]
    public void The_key_is_read_from_paper_and_a_slip_of_the_pen_is_noticed()
    {
        var printed = key.ToString();
        Assert.Equal(printed, RecoveryKey.Open(folder).ToString());
        Assert.Equal(printed, RecoveryKey.Parse(printed)!.ToString());
        var typed = printed.Split(' ')[1].ToUpperInvariant().Replace('-', ' ');
        Assert.Equal(printed, RecoveryKey.Parse($"  {typed}\n")!.ToString());
        for (var place = 0; place < typed.Length; place++)
        {
            var slip = typed[place] == '0' ? '1' : '0';
            Assert.Null(RecoveryKey.Parse(typed[..place] + slip + typed[(place + 1)..]));
        }

        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite,
            File.GetUnixFileMode(RecoveryKey.FileIn(folder))
        );
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private byte[] Seal(byte[] bytes)
    {
        using var target = new MemoryStream();
        using var sealing = new SealingStream(target, key);
        sealing.Write(bytes);
        sealing.Finish();
        return target.ToArray();
    }

    private byte[] Open(byte[] written, RecoveryKey? with = null)
    {
        var file = Path.Combine(folder, "sealed");
        File.WriteAllBytes(file, written);
        using var source = File.OpenRead(file);
        using var opening = new OpeningStream(source, with ?? key);
        using var opened = new MemoryStream();
        opening.CopyTo(opened);
        return opened.ToArray();
    }
}
