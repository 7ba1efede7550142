using Lms.Web.Content;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary>How a text shows what lies in <c>assets/</c>.</summary>
public sealed class MediaTests
{
    private const string Media = "/media/[0-9a-f]{64}[.]";

    [Fact]
    public void A_recording_becomes_a_player_with_captions_and_its_text()
    {
        using var content = Folder();

        var read = content
            .WriteLesson("![Розмова](../assets/talk.mp3){transcript=../assets/talk.txt}")
            .Check();

        Assert.Matches(
            "^<p><span class=\"player\"><span class=\"player-name\">Розмова</span>"
                + $"<audio controls=\"\" preload=\"none\" src=\"{Media}mp3\" aria-label=\"Розмова\">"
                + $"<track kind=\"captions\" src=\"{Media}vtt\" srclang=\"uk\" label=\"Українська\" default=\"\">"
                + $"<track kind=\"captions\" src=\"{Media}vtt\" srclang=\"en\" label=\"English\"></audio>"
                + $"<a class=\"transcript\" href=\"{Media}txt\">Текст запису</a></span></p>$",
            read.Html()
        );
    }

    [Theory]
    [InlineData("mp4")]
    [InlineData("webm")]
    public void A_film_becomes_a_player_that_loads_nothing_by_itself(string extension)
    {
        using var content = Folder();

        var read = content.WriteLesson($"![Фільм](../assets/film.{extension})").Check();

        Assert.Contains("<video controls=\"\" preload=\"none\" src=\"/media/", read.Html());
        Assert.Contains("<track kind=\"captions\"", read.Html());
        Assert.DoesNotContain("video-without-captions", read.Codes());
    }

    [Fact]
    public void A_document_is_downloaded_under_its_name_and_a_picture_opens()
    {
        using var content = Folder();

        var read = content
            .WriteLesson(
                "[зразок](../assets/form.pdf) [велике](../assets/a.png) [текст](../assets/talk.txt)"
            )
            .Check();

        Assert.Matches(
            $"^<p><a href=\"{Media}pdf\" download=\"form.pdf\">зразок</a> <a href=\"{Media}png\">велике</a>"
                + $" <a href=\"{Media}txt\">текст</a></p>$",
            read.Html()
        );
        var draft = read.Course("basics")!.Draft!;
        Assert.Equal(3, draft.Media.Count);
        Assert.Equal(draft.Media.Select(file => file.Name), draft.Manifest.Media);
    }

    [Theory]
    [InlineData("![](../assets/a.png)", "missing-alt", null)]
    [InlineData("![а](../assets/b.png)", "missing-asset", "../assets/a.png")]
    [InlineData("![а](assets/a.png)", "missing-asset", null)]
    [InlineData("[а](../assets/none.pdf)", "missing-asset", null)]
    [InlineData("![а](../../../../../etc/passwd.png)", "missing-asset", null)]
    [InlineData("![а](https://a.example/p.png)", "foreign-media", null)]
    [InlineData("![а](/media/p.png)", "foreign-media", null)]
    [InlineData("![а](02-check.quiz.md)", "missing-asset", null)]
    [InlineData("![а](../assets/form.pdf)", "asset-not-shown", null)]
    [InlineData("[![а](../assets/film.mp4)](https://a.example)", "player-in-link", null)]
    [InlineData("![а](../assets/talk.mp3)", "audio-without-transcript", null)]
    [InlineData("![а](../assets/mute.mp4)", "video-without-captions", null)]
    [InlineData("![а](../assets/talk.mp3){transcript=../assets/a.png}", "not-a-transcript", null)]
    [InlineData(
        "![а](../assets/talk.mp3){transcript=../assets/tolk.txt}",
        "missing-asset",
        "../assets/talk.txt"
    )]
    [InlineData(
        "![а](../assets/talk.mp3){transkript=../assets/talk.txt}",
        "unknown-attribute",
        "transcript"
    )]
    [InlineData("![а](../assets/a.png){onerror=1}", "unknown-attribute", null)]
    [InlineData("![а](../assets/a.png){=}", "attribute-syntax", null)]
    public void What_cannot_be_shown_is_found_at_its_place(
        string markdown,
        string code,
        string? nearest
    )
    {
        using var content = Folder();

        var finding = content.WriteLesson($"Текст.\n\n{markdown}\n").Check().Only(code);

        Assert.Equal(7, finding.Line);
        Assert.Equal(nearest, finding.Suggestion);
    }

    [Fact]
    public void A_question_shows_pictures_too()
    {
        using var content = Folder();

        var read = content
            .WriteQuiz(
                "## Що тут? {#q}\n\n![а](../assets/a.png)\n\n- [x] ![б](../assets/a.png)\n- [ ] ні\n"
            )
            .Check();

        Assert.Contains("<img src=\"/media/", read.TheQuiz().Questions[0].PromptHtml);
        Assert.Contains("<img src=\"/media/", read.TheQuiz().Questions[0].Options[0].Html);
    }

    [Fact]
    public void Whoever_shows_a_draft_says_where_its_files_are()
    {
        using var content = Folder();
        content.WriteLesson("![а](../assets/a.png)");

        var read = ContentCheck.Run(
            content.Root,
            Path.Combine(content.Root, "organisation"),
            ContentFolder.Today,
            (course, path, media) => $"/author/media/{course}/{path}"
        );

        Assert.Contains("src=\"/author/media/basics/assets/a.png\"", read.Html());
    }

    private static ContentFolder Folder()
    {
        var content = new ContentFolder();
        (string Name, byte[] Bytes)[] files =
        [
            ("a.png", SampleFiles.Png()),
            ("talk.mp3", SampleFiles.Audio),
            ("film.mp4", SampleFiles.Video),
            ("film.webm", SampleFiles.WebM),
            ("mute.mp4", SampleFiles.Video),
            ("form.pdf", SampleFiles.Pdf),
        ];
        foreach (var (name, bytes) in files)
        {
            content.Write($"courses/basics/assets/{name}", bytes);
        }

        return content
            .Write("courses/basics/assets/talk.txt", "Слова.")
            .Write("courses/basics/assets/talk.uk.vtt", SampleFiles.Captions)
            .Write("courses/basics/assets/talk.en.vtt", SampleFiles.Captions + "\n")
            .Write("courses/basics/assets/film.uk.vtt", SampleFiles.Captions);
    }
}
