using System.Buffers.Binary;
using System.Text;

namespace Lms.Web.Tests.Content;

/// <summary>The least that makes a file of each kind, by its format.</summary>
internal static class SampleFiles
{
    public static readonly byte[] Jpeg =
    [
        0xff,
        0xd8,
        0xff,
        0xe0,
        0,
        4,
        0,
        0,
        0xff,
        0xff,
        0xc0,
        0,
        11,
        8,
        0,
        30,
        0,
        40,
        1,
        0,
        0,
        0,
        0xff,
        0xd9,
    ];

    public static readonly byte[] Audio = [.. "ID3"u8, 4, 0, 0, 0, 0, 0, 0];

    public static readonly byte[] Ogg = [.. "OggS"u8, 0, 2];

    public static readonly byte[] Video = [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 2, 0];

    public static readonly byte[] WebM = [0x1a, 0x45, 0xdf, 0xa3, 0x9f];

    public static readonly byte[] Pdf = [.. "%PDF-1.7\n"u8];

    public static readonly byte[] Docx = [.. "PK"u8, 3, 4, 20, 0];

    public static readonly byte[] Odt =
    [
        .. "PK"u8,
        3,
        4,
        .. new byte[26],
        .. "mimetypeapplication/vnd.oasis.opendocument.text"u8,
    ];

    public const string Captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nСлова\n";

    public const string Svg =
        "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 32\"><path d=\"M0 0\"/></svg>";

    public static byte[] Png(int width = 40, int height = 30)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[13]];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }

    /// <param name="kind"><c>VP8 </c>, <c>VP8L</c> or <c>VP8X</c>; always 40×30.</param>
    public static byte[] Webp(string kind)
    {
        byte[] body = kind switch
        {
            "VP8 " => [0, 0, 0, 0x9d, 0x01, 0x2a, 40, 0, 30, 0],
            "VP8L" => [0x2f, 39, 0x40, 0x07, 0, 0, 0, 0, 0, 0],
            _ => [0, 0, 0, 0, 39, 0, 0, 29, 0, 0],
        };
        return
        [
            .. "RIFF"u8,
            0,
            0,
            0,
            0,
            .. "WEBP"u8,
            .. Encoding.ASCII.GetBytes(kind),
            10,
            0,
            0,
            0,
            .. body,
        ];
    }
}
