using System.Security.Cryptography;

namespace Lms.Web.Backups;

/// <summary>A file read once from beginning to end, whose hash is known when it has been read.</summary>
internal sealed class HashedFile(FileStream file) : OneWayStream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public override bool CanRead => true;

    // The archive writes the length before the bytes.
    public override bool CanSeek => true;

    public override long Length { get; } = file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public string Hash() => Convert.ToHexStringLower(hash.GetCurrentHash());

    public override int Read(Span<byte> buffer)
    {
        // What was added since the length was written does not belong to the archive.
        var left = (int)Math.Min(buffer.Length, Length - file.Position);
        var read = file.Read(buffer[..left]);
        hash.AppendData(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }
}
