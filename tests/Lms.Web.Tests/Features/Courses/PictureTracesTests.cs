using System.Text;
using Lms.Web.Features.Shared.Files;

namespace Lms.Web.Tests.Features.Courses;

/// <summary>What a camera writes beside a picture does not stay with it.</summary>
public sealed class PictureTracesTests
{
    private static readonly byte[] Scan = [0xFF, 0xDA, 0, 2, 1, 2, 3, 0xFF, 0xD9];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_photograph_keeps_how_it_is_turned_and_loses_where_it_was_taken(bool isLittle)
    {
        var jpeg = Jpeg(
            Segment(0xE0, Encoding.ASCII.GetBytes("JFIF\0picture")),
            Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(isLittle, 6), .. "GPS 50.9 34.8"u8]),
            Segment(0xE1, Encoding.ASCII.GetBytes("http://ns.adobe.com/xap/1.0/ author")),
            Segment(0xFE, Encoding.ASCII.GetBytes("a comment"))
        );

        var kept = CheckedFile.Of("a.jpg", jpeg)!.Bytes;

        var text = Encoding.Latin1.GetString(kept);
        Assert.DoesNotContain("GPS", text, StringComparison.Ordinal);
        Assert.DoesNotContain("author", text, StringComparison.Ordinal);
        Assert.DoesNotContain("comment", text, StringComparison.Ordinal);
        Assert.Contains("JFIF", text, StringComparison.Ordinal);
        Assert.True(kept.AsSpan().EndsWith(Scan));
        var turned = Enumerable
            .Range(0, kept.Length - 40)
            .Select(at => JpegOrientation.Of(kept.AsSpan(at)))
            .First(found => found is not null);
        Assert.Equal((ushort)6, turned);
        // Cleaning what is clean changes nothing.
        Assert.Equal(kept, CheckedFile.Of("a.jpg", kept)!.Bytes);
    }

    [Fact]
    public void A_drawing_loses_its_texts_and_what_stands_behind_its_end()
    {
        byte[] png =
        [
            .. new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10 },
            .. Chunk("IHDR", "size"),
            .. Chunk("tEXt", "author"),
            .. Chunk("eXIf", "place"),
            .. Chunk("IDAT", "picture"),
            .. Chunk("IEND", ""),
            .. "hidden"u8,
        ];

        var text = Encoding.Latin1.GetString(CheckedFile.Of("a.png", png)!.Bytes);

        Assert.Contains("picture", text, StringComparison.Ordinal);
        Assert.All(
            new[] { "author", "place", "hidden" },
            trace => Assert.DoesNotContain(trace, text, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Broken_pictures_are_kept_as_they_are_and_break_nothing()
    {
        var whole = Jpeg(Segment(0xE1, [.. "Exif\0\0"u8, .. Tiff(true, 3)]));
        for (var length = 3; length < whole.Length; length++)
        {
            Assert.NotNull(CheckedFile.Of("a.jpg", whole[..length]));
        }
    }

    private static byte[] Jpeg(params byte[][] segments) =>
        [0xFF, 0xD8, .. segments.SelectMany(segment => segment), .. Scan];

    private static byte[] Segment(byte marker, byte[] content) =>
        [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];

    private static byte[] Tiff(bool isLittle, byte turned) =>
        isLittle
            ?
            [
                .. "II"u8,
                42,
                0,
                8,
                0,
                0,
                0,
                1,
                0,
                0x12,
                1,
                3,
                0,
                1,
                0,
                0,
                0,
                turned,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
            ]
            :
            [
                .. "MM"u8,
                0,
                42,
                0,
                0,
                0,
                8,
                0,
                1,
                1,
                0x12,
                0,
                3,
                0,
                0,
                0,
                1,
                0,
                turned,
                0,
                0,
                0,
                0,
                0,
                0,
            ];

    private static byte[] Chunk(string type, string content) =>
        [
            0,
            0,
            0,
            (byte)content.Length,
            .. Encoding.ASCII.GetBytes(type),
            .. Encoding.ASCII.GetBytes(content),
            0,
            0,
            0,
            0,
        ];
}
