namespace Lms.Web.Features.Privacy;

/// <summary>
/// Where an archive is written: it ends its entries without waiting for anyone, which an answer to a
/// slow line may not do. What it wrote is held in memory and sent when the entry is whole.
/// </summary>
internal sealed class HeldStream(Stream to) : Stream
{
    private readonly MemoryStream held = new();

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task SendAsync(CancellationToken cancel)
    {
        held.Position = 0;
        await held.CopyToAsync(to, cancel);
        held.SetLength(0);
    }

    public override void Write(byte[] buffer, int offset, int count) =>
        held.Write(buffer, offset, count);

    public override void Write(ReadOnlySpan<byte> buffer) => held.Write(buffer);

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
