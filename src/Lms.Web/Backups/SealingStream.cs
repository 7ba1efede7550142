using System.Security.Cryptography;

namespace Lms.Web.Backups;

/// <summary>Writes the form of <see cref="SealedForm"/>. Without <see cref="Finish"/> it stays cut off.</summary>
internal sealed class SealingStream : OneWayStream
{
    private readonly Stream target;
    private readonly AesGcm cipher;
    private readonly byte[] head;
    private readonly byte[] part = new byte[SealedForm.PartBytes];
    private readonly byte[] hidden = new byte[SealedForm.PartBytes + SealedForm.TagBytes];
    private int held;
    private long number;

    public SealingStream(Stream target, RecoveryKey key)
    {
        this.target = target;
        head = SealedForm.NewHead(key);
        cipher = new(SealedForm.KeyOf(head, key, ""), SealedForm.TagBytes);
        target.Write(head);
    }

    public override bool CanWrite => true;

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            if (held == part.Length)
            {
                Seal(isLast: false);
            }

            var taken = Math.Min(buffer.Length, part.Length - held);
            buffer[..taken].CopyTo(part.AsSpan(held));
            held += taken;
            buffer = buffer[taken..];
        }
    }

    public void Finish() => Seal(isLast: true);

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        base.Dispose(disposing);
    }

    private void Seal(bool isLast)
    {
        Span<byte> nonce = stackalloc byte[SealedForm.NonceBytes];
        SealedForm.Nonce(nonce, number++, isLast);
        cipher.Encrypt(
            nonce,
            part.AsSpan(0, held),
            hidden.AsSpan(0, held),
            hidden.AsSpan(held, SealedForm.TagBytes),
            head
        );
        target.Write(hidden.AsSpan(0, held + SealedForm.TagBytes));
        held = 0;
    }
}
