using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Shared.Kept;

/// <summary>A page in one language, made once and compressed once.</summary>
public sealed class KeptPage
{
    private const string Html = "text/html; charset=utf-8";

    // Asked again each time: whoever signs in, changes the language or publishes sees it at once.
    private const string Caching = "no-cache";
    private const string Varying = "Cookie, Accept-Encoding";
    private const int BrotliQuality = 5;
    private const int BrotliWindow = 22;

    private readonly EntityTagHeaderValue tag;
    private readonly string tagText;
    private readonly byte[] plain;
    private readonly byte[] brotli;
    private readonly byte[] gzip;

    /// <param name="of">What was published when it was made.</param>
    /// <param name="plain">The page, UTF-8.</param>
    public KeptPage(IReadOnlyList<PublishedCourse> of, byte[] plain)
    {
        Of = of;
        this.plain = plain;
        brotli = Brotli(plain);
        gzip = Gzip(plain);
        // Weak: the same page, whatever it is compressed with.
        tagText = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 16))}\"";
        tag = EntityTagHeaderValue.Parse(tagText);
    }

    public IReadOnlyList<PublishedCourse> Of { get; }

    public Task WriteAsync(HttpContext http)
    {
        var headers = http.Response.Headers;
        headers.ETag = tagText;
        headers.CacheControl = Caching;
        headers.Vary = Varying;
        if (IsHeld(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var (encoding, bytes) = For(http.Request);
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        http.Response.ContentType = Html;
        http.Response.ContentLength = bytes.Length;
        return http.Response.Body.WriteAsync(bytes, 0, bytes.Length, http.RequestAborted);
    }

    private bool IsHeld(HttpRequest request) =>
        request.Headers.IfNoneMatch.Count > 0
        && new RequestHeaders(request.Headers).IfNoneMatch.Any(held =>
            held.Compare(tag, useStrongComparison: false)
        );

    private (string? Encoding, byte[] Bytes) For(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return Accepts(accepted, "br") ? ("br", brotli)
            : Accepts(accepted, "gzip") ? ("gzip", gzip)
            : (null, plain);
    }

    /// <summary>RFC 9110, 12.5.3: named, and not with a quality of nought.</summary>
    private static bool Accepts(string accepted, string encoding)
    {
        foreach (var part in accepted.AsSpan().Split(','))
        {
            var coding = accepted.AsSpan()[part].Trim();
            var end = coding.IndexOf(';');
            var name = end < 0 ? coding : coding[..end].TrimEnd();
            if (name.Equals(encoding, StringComparison.OrdinalIgnoreCase))
            {
                return end < 0 || !IsNought(coding[(end + 1)..].Trim());
            }
        }

        return false;
    }

    private static bool IsNought(ReadOnlySpan<char> quality) =>
        quality.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && quality[2..].Trim("0.").IsEmpty;

    private static byte[] Brotli(byte[] plain)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(plain.Length)];
        return BrotliEncoder.TryCompress(plain, packed, out var length, BrotliQuality, BrotliWindow)
            ? packed[..length]
            : throw new InvalidOperationException("The page does not fit its own bound.");
    }

    private static byte[] Gzip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
        {
            stream.Write(plain);
        }

        return packed.ToArray();
    }
}
