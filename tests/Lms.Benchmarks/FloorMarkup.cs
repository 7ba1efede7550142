using System.IO.Compression;
using System.Text;
using Ganss.Xss;
using Markdig;

namespace Lms.Benchmarks;

/// <summary>The least that makes safe, compressed HTML of a text.</summary>
internal sealed class FloorMarkup
{
    private const int Quality = 5;
    private const int Window = 22;

    private readonly MarkdownPipeline pipeline = new MarkdownPipelineBuilder()
        .UseAdvancedExtensions()
        .Build();
    private readonly HtmlSanitizer sanitizer = new();

    /// <returns>Bytes of what was made.</returns>
    public int Length(string text)
    {
        var html = Encoding.UTF8.GetBytes(sanitizer.Sanitize(Markdown.ToHtml(text, pipeline)));
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(html.Length)];
        return BrotliEncoder.TryCompress(html, packed, out var length, Quality, Window)
            ? length
            : throw new InvalidOperationException("The text does not fit its own bound.");
    }
}
