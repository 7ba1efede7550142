using System.Text;
using Lms.Web.Features.Shared;

namespace Lms.Web.Tests.Features.Shared;

public sealed class LargePiecesTests
{
    [Fact]
    public async Task A_page_goes_on_whole_in_pieces_of_32768_letters()
    {
        const int letters = 100_000;
        var page = string.Concat(
            Enumerable.Range(0, letters / 5).Select(at => $"ґ{at % 1000:000} ")
        );
        await using var link = new Link();

        await using (var writer = new LargePieces().CreateWriter(link, new UTF8Encoding(false)))
        {
            for (var at = 0; at < page.Length; at += 1_000)
            {
                await writer.WriteAsync(page.AsMemory(at, 1_000));
            }

            await writer.FlushAsync();
        }

        Assert.Equal(page, Encoding.UTF8.GetString(link.ToArray()));
        Assert.Equal(4, link.Pieces.Count);
        Assert.All(link.Pieces.SkipLast(1), piece => Assert.Equal(32_768, piece));
    }

    /// <summary>Counts the letters of each piece that is written to it.</summary>
    private sealed class Link : MemoryStream
    {
        public List<int> Pieces { get; } = [];

        public override ValueTask WriteAsync(
            ReadOnlyMemory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            Pieces.Add(Encoding.UTF8.GetCharCount(buffer.Span));
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
