using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>The files of <c>assets/</c>: what they are, by their bytes.</summary>
public sealed class AssetTests
{
    private const string Assets = "courses/basics/assets/";

    public static TheoryData<string, byte[]> Pictures =>
        new()
        {
            { "a.png", SampleFiles.Png() },
            { "a.JPG", SampleFiles.Jpeg },
            { "a.jpeg", SampleFiles.Jpeg },
            { "a.webp", SampleFiles.Webp("VP8 ") },
            { "a.webp", SampleFiles.Webp("VP8L") },
            { "a.webp", SampleFiles.Webp("VP8X") },
        };

    [Theory]
    [MemberData(nameof(Pictures))]
    public void The_size_of_a_picture_is_read_from_its_header(string name, byte[] bytes)
    {
        using var content = new ContentFolder();

        var read = content
            .Write(Assets + name, bytes)
            .WriteLesson($"![Рука тримає телефон](../assets/{name} \"Підказка\")")
            .Check();

        read.IsClean();
        Assert.Matches(
            "^<p><img src=\"/media/[0-9a-f]{64}[.](png|jpg|jpeg|webp)\" alt=\"Рука тримає телефон\""
                + " width=\"40\" height=\"30\" title=\"Підказка\" loading=\"lazy\"></p>$",
            read.Html()
        );
    }

    [Fact]
    public void A_drawing_is_shown_as_a_picture_and_never_becomes_part_of_the_page()
    {
        using var content = new ContentFolder();

        var read = content
            .Write(Assets + "схема 1.svg", SampleFiles.Svg)
            .WriteLesson(
                "![Схема](<../assets/схема 1.svg>) і ![Схема](../assets/%D1%81хема%201.svg)"
            )
            .Check();

        read.IsClean();
        Assert.Contains("width=\"64\" height=\"32\"", read.Html());
        Assert.DoesNotContain("<svg", read.Html());
    }

    [Theory]
    [InlineData("<script>1</script>", "script")]
    [InlineData("<g onload=\"alert(1)\"/>", "onload")]
    [InlineData("<a href=\"javascript:alert(1)\"/>", "href")]
    [InlineData(
        "<image xmlns:x=\"http://www.w3.org/1999/xlink\" x:href=\"https://evil.example/a.png\"/>",
        "x:href"
    )]
    [InlineData("<foreignObject/>", "foreignObject")]
    [InlineData("<?xml-stylesheet href=\"https://evil.example\"?>", "xml-stylesheet")]
    public void A_drawing_that_does_something_is_an_error(string inside, string named)
    {
        using var content = new ContentFolder();
        content.Write(Assets + "a.svg", SampleFiles.Svg.Replace("<path", inside + "<path"));

        Assert.Equal([named], content.Check().Only("drawing-not-still").Args);
    }

    [Theory]
    [InlineData("a.png", "GIF89a")]
    [InlineData("a.jpg", "\u0089PNG")]
    [InlineData("a.webp", "RIFF    WAVE")]
    [InlineData("a.svg", "<html></html>")]
    [InlineData("a.svg", "<svg><g></svg>")]
    [InlineData("a.svg", "<!DOCTYPE svg [<!ENTITY a \"b\">]><svg>&a;</svg>")]
    [InlineData("a.mp3", "RIFF")]
    [InlineData("a.ogg", "ID3")]
    [InlineData("a.mp4", "\u001aE")]
    [InlineData("a.webm", "ftyp")]
    [InlineData("a.vtt", "1\n00:00")]
    [InlineData("a.pdf", "MZ")]
    [InlineData("a.docx", "%PDF-")]
    [InlineData("a.odt", "PK\u0003\u0004")]
    [InlineData("a.png", "")]
    public void Bytes_that_are_not_what_the_ending_says_are_an_error(string name, string bytes)
    {
        using var content = new ContentFolder();
        content.Write(Assets + name, System.Text.Encoding.Latin1.GetBytes(bytes));

        var finding = content.Check().Only("asset-of-other-kind");
        Assert.Equal(($"{Assets}{name}", 1, 1), (finding.Path, finding.Line, finding.Column));
    }

    [Theory]
    [InlineData("a.gif", "unknown-asset")]
    [InlineData("a.html", "unknown-asset")]
    [InlineData("readme", "unknown-asset")]
    [InlineData("a#b.png", "bad-asset-name")]
    [InlineData("a&b.png", "bad-asset-name")]
    public void A_name_that_has_no_place_is_an_error(string name, string code)
    {
        using var content = new ContentFolder();

        content.Write(Assets + name, SampleFiles.Png()).Check().Only(code);
    }

    [Fact]
    public void A_transcript_must_be_text()
    {
        using var content = new ContentFolder();

        content.Write(Assets + "a.txt", [0xff, 0xfe, 0]).Check().Only("not-utf-8");
    }

    [Fact]
    public void A_flood_of_pixels_is_an_error_and_a_heavy_picture_a_warning()
    {
        using var content = new ContentFolder();
        content
            .Write(Assets + "flood.png", SampleFiles.Png(10_000, 4_001))
            .Write(Assets + "heavy.png", [.. SampleFiles.Png(), .. new byte[301 * 1024]])
            .Write(Assets + "long.mp3", [.. SampleFiles.Audio, .. new byte[6 * 1024 * 1024]])
            .WriteLesson(
                "![а](../assets/heavy.png) ![б](../assets/long.mp3){transcript=../assets/t.txt}"
            )
            .Write(Assets + "t.txt", "Слова.");

        var read = content.Check();

        Assert.EndsWith("flood.png", read.Only("too-many-pixels").Path, StringComparison.Ordinal);
        Assert.Equal(2, read.Codes().Count(code => code == "asset-over-budget"));
    }

    [Fact]
    public void A_file_over_64_MB_is_refused_unread()
    {
        using var content = new ContentFolder();
        content.Write(Assets + "a.mp4", SampleFiles.Video);
        using (var file = File.OpenWrite(Path.Combine(content.Root, Assets, "a.mp4")))
        {
            file.SetLength(64 * 1024 * 1024 + 1);
        }

        content.Check().Only("asset-too-big");
    }

    [Fact]
    public void An_unused_file_is_a_warning_and_a_link_of_the_disk_an_error()
    {
        using var content = new ContentFolder();
        content.Write(Assets + "sub/a.png", SampleFiles.Png());
        File.CreateSymbolicLink(Path.Combine(content.Root, Assets, "b.png"), "/etc/hostname");

        var read = content.Check();

        Assert.EndsWith(
            "assets/sub/a.png",
            read.Only("unused-asset").Path,
            StringComparison.Ordinal
        );
        Assert.EndsWith("assets/b.png", read.Only("link-on-disk").Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_byte_of_an_asset_counts_in_the_fingerprint_of_the_course()
    {
        using var content = new ContentFolder();
        byte[] picture = [.. SampleFiles.Png(), .. new byte[2 * 1024 * 1024]];
        var before = content.Write(Assets + "a.png", picture).Draft().ContentHash;

        picture[^1] = 1;

        Assert.NotEqual(before, content.Write(Assets + "a.png", picture).Draft().ContentHash);
    }
}
