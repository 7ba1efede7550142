using System.Security.Cryptography;

namespace Lms.Web.Backups;

/// <summary>Reads what <see cref="SealingStream"/> wrote, and gives out no byte that is not as it was.</summary>
internal sealed class OpeningStream : OneWayStream
{
    private readonly FileStream source;
    private readonly AesGcm cipher;
    private readonly byte[] head;
    private readonly byte[] part = new byte[SealedForm.PartBytes];
    private readonly byte[] hidden = new byte[SealedForm.PartBytes + SealedForm.TagBytes];
    private int held;
    private int given;
    private long number;

    public OpeningStream(FileStream source, RecoveryKey key)
    {
        this.source = source;
        head = new byte[Math.Min(SealedForm.HeadBytes, source.Length)];
        source.ReadExactly(head);
        cipher = new(SealedForm.KeyOf(head, key, source.Name), SealedForm.TagBytes);
        Open();
    }

    public override bool CanRead => true;

    public override int Read(Span<byte> buffer)
    {
        if (given == held && source.Position < source.Length)
        {
            Open();
        }

        var taken = Math.Min(buffer.Length, held - given);
        part.AsSpan(given, taken).CopyTo(buffer);
        given += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Open()
    {
        var left = source.Length - source.Position;
        var isLast = left <= hidden.Length;
        var length = (int)Math.Min(left, hidden.Length) - SealedForm.TagBytes;
        if (length < 0)
        {
            throw new BackupRefused(BackupFault.Damaged, source.Name);
        }

        source.ReadExactly(hidden.AsSpan(0, length + SealedForm.TagBytes));
        Span<byte> nonce = stackalloc byte[SealedForm.NonceBytes];
        SealedForm.Nonce(nonce, number++, isLast);
        try
        {
            cipher.Decrypt(
                nonce,
                hidden.AsSpan(0, length),
                hidden.AsSpan(length, SealedForm.TagBytes),
                part.AsSpan(0, length),
                head
            );
        }
        catch (AuthenticationTagMismatchException changed)
        {
            throw new BackupRefused(BackupFault.Damaged, source.Name, changed);
        }

        held = length;
        given = 0;
    }
}
