using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content;

/// <summary>How a deck is cut into slides and notes, and what its questions need.</summary>
public sealed class DeckTests
{
    private const string Deck = "courses/basics/01-start/03-talk.slides.md";

    private const string Head = "---\ntitle: \"Зустріч\"\nminutes: 60\n---\n";

    [Fact]
    public void A_line_of_three_hyphens_parts_slides_and_question_marks_begin_the_notes()
    {
        var slides = Slides("\n## Перший\n\nТекст.\n\n???\n\nНотатка.\n\n---\n\n## Другий\n");

        Assert.Equal(["Перший", "Другий"], slides.Select(slide => slide.Title));
        Assert.Equal("<h2>Перший</h2>\n<p>Текст.</p>", slides[0].Html);
        Assert.Equal("<p>Нотатка.</p>", slides[0].NotesHtml);
        Assert.Null(slides[1].NotesHtml);
    }

    [Fact]
    public void A_deck_is_a_live_session_that_counts_where_the_course_asks_for_one()
    {
        var activity = Read("Текст.").Course("basics")!.Draft!.Activities[2];

        Assert.Equal(
            (ActivityKind.LiveSession, "talk", 60, true),
            (activity.Kind, activity.Slug, activity.Minutes, activity.CountsForCompletion)
        );
    }

    [Theory]
    // Each: the text below the front matter, then the slides with «|» between them.
    [InlineData("а\n---\nб", "<p>а</p>|<p>б</p>")]
    [InlineData("а\n\n***\n\nб", "<p>а</p>\n<hr>\n<p>б</p>")]
    [InlineData("а\n----\nб", "<h2>а</h2>\n<p>б</p>")]
    [InlineData("а\n===\nб", "<h2>а</h2>\n<p>б</p>")]
    [InlineData("- а\n\n ---\n\nб", "<ul>\n<li>а</li>\n</ul>\n<hr>\n<p>б</p>")]
    [InlineData("```\nа\n---\n???\nб\n```", "<pre><code>а\n---\n???\nб\n</code></pre>")]
    [InlineData(
        "~~~\n---\n```\n---\n~~~\n---\nб",
        "<pre><code>---\n```\n---\n</code></pre>|<p>б</p>"
    )]
    [InlineData("а\n???\nн\n---\nб", "<p>а</p>|<p>б</p>")]
    [InlineData("а ???\n\n\\???", "<p>а ???</p>\n<p>???</p>")]
    public void Only_lines_outside_code_that_are_exactly_three_hyphens_part_slides(
        string body,
        string html
    ) => Assert.Equal(html, string.Join('|', Slides(body).Select(slide => slide.Html)));

    [Fact]
    public void Windows_line_ends_part_slides_as_well()
    {
        var slides = Slides(
            "а\n\n???\n\nн\n\n---\n\nб\n".Replace("\n", "\r\n", StringComparison.Ordinal)
        );

        Assert.Equal(["<p>а</p>", "<p>б</p>"], slides.Select(slide => slide.Html));
        Assert.Equal("<p>н</p>", slides[0].NotesHtml);
    }

    [Fact]
    public void The_front_matter_is_cut_off_before_slides_are_parted()
    {
        var slides = Slides("Текст.");

        Assert.Equal("<p>Текст.</p>", Assert.Single(slides).Html);
        Assert.Equal("Слайд 1", slides[0].Title);
    }

    [Fact]
    public void Notes_with_a_code_block_keep_it_and_end_at_the_next_slide()
    {
        var slides = Slides("а\n\n???\n\n```\n---\n???\n```\n\nще\n\n---\n\nб");

        Assert.Equal(2, slides.Count);
        Assert.Equal("<pre><code>---\n???\n</code></pre>\n<p>ще</p>", slides[0].NotesHtml);
    }

    [Fact]
    public void A_second_line_of_question_marks_is_a_line_of_the_notes() =>
        Assert.Equal("<p>н\n???\nм</p>", Assert.Single(Slides("а\n\n???\nн\n???\nм")).NotesHtml);

    [Theory]
    [InlineData("а\n---\n\n---\nб", 7)]
    [InlineData("---\nа", 5)]
    [InlineData("а\n---\n", 7)]
    public void An_empty_slide_is_an_error_at_its_place(string body, int line)
    {
        var finding = Read(body).Only("empty-slide");

        Assert.Equal((Deck, line), (finding.Path, finding.Line));
    }

    [Fact]
    public void A_slide_with_notes_alone_is_none_of_those() => Read("???\nТиша.").IsClean();

    [Fact]
    public void A_poll_needs_no_key_and_is_worth_nothing()
    {
        var slide = Assert.Single(
            Slides("::: poll {#p-one}\nЩо найважче?\n\n- [ ] почати\n- [ ] закінчити\n:::")
        );

        var poll = Assert.IsType<SingleChoice>(Assert.Single(PollsOf(slide)));
        Assert.Equal(("p-one", 0), (poll.Id, poll.Points.Thousandths));
        Assert.Contains("<p>Що найважче?</p>", slide.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("почати", slide.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("poll", "type=scale", "- 1..5")]
    [InlineData("poll", "type=essay", "")]
    [InlineData("poll", "type=ordering", "1. а\n2. б")]
    [InlineData("poll", "", "- = три\n- = 3")]
    [InlineData("check", "", "- [x] а\n- [x] б\n- [ ] в")]
    [InlineData("check", "type=matching", "|а|б|\n|-|-|\n|1|2|\n|3|4|")]
    [InlineData("check", "", "- = 30 ± 2")]
    public void A_question_of_any_type_stands_on_a_slide(string block, string type, string key)
    {
        var read = Read($"::: {block} {{#p {type}}}\nПитання?\n\n{key}\n:::");

        read.IsClean();
        Assert.Single(PollsOf(SlidesOf(read)[0]));
    }

    [Theory]
    [InlineData("- [ ] а\n- [ ] б", "", "question-without-key")]
    [InlineData("- 1..5", " type=scale", "check-without-key")]
    [InlineData("", " type=essay", "check-without-key")]
    public void A_check_needs_a_key(string key, string type, string code) =>
        Read($"::: check {{#c{type}}}\nПитання?\n\n{key}\n:::").Only(code);

    [Fact]
    public void The_id_of_a_poll_is_one_of_the_course()
    {
        Read("::: poll {#q-count}\nТак?\n\n- [ ] а\n- [ ] б\n:::").Only("question-id-taken");
        Read("::: poll\nТак?\n\n- [ ] а\n- [ ] б\n:::").Only("question-without-id");
    }

    [Fact]
    public void A_poll_stands_on_a_slide_alone()
    {
        const string Poll = "::: poll {#p}\nТак?\n\n- [ ] а\n- [ ] б\n:::";

        Assert.Contains("block-only-on-slides", Reading.Lesson(Poll).Codes());
        Assert.Contains("block-only-on-slides", Read($"а\n\n???\n\n{Poll}").Codes());
        Assert.Contains("block-only-in-lessons", Read("::: sensitive тема\nа\n:::").Codes());
    }

    [Fact]
    public void A_block_does_not_reach_over_the_end_of_its_slide() =>
        Read("::: details Назва\nа\n\n---\n\nб").Only("block-never-closed");

    [Theory]
    [InlineData("minutes: 60\n", "", "missing-key")]
    [InlineData("minutes: 60", "minutes: 60\npass: 80", "unknown-key")]
    public void Its_keys_are_the_title_and_the_minutes(string old, string with, string code)
    {
        using var content = new ContentFolder();

        content
            .Write(Deck, Head.Replace(old, with, StringComparison.Ordinal) + "а")
            .Check()
            .Only(code);
    }

    [Fact]
    public void A_translated_deck_has_the_slides_and_polls_of_its_source()
    {
        const string Told = "courses/basics/01-start/03-talk.slides.en.md";
        const string Poll = "::: poll {#p-one}\nЩо?\n\n- [ ] а\n- [ ] б\n:::";
        using var content = new ContentFolder();
        content.Write(Deck, $"{Head}{Poll}\n\n---\n\nб");
        var translated = $"---\nsource: \"\"\ntitle: \"Meeting\"\n---\n{Poll}\n\n---\n\nb";

        Assert.Equal(["stale-translation"], content.Write(Told, translated).Check().Codes());
        Assert.Equal(
            "<p>b</p>",
            content.Draft().Activities[2].Translations["en"].Deck!.Slides[1].Html
        );
        content
            .Write(Told, translated.Replace("---\n\nb", "b", StringComparison.Ordinal))
            .Check()
            .Only("translation-slides-differ");
        content
            .Write(
                Told,
                translated.Replace("- [ ] б\n", "- [ ] б\n- [ ] в\n", StringComparison.Ordinal)
            )
            .Check()
            .Only("translation-key-differs");
    }

    [Fact]
    public void The_deck_of_the_first_course_reads()
    {
        var deck = Directory
            .EnumerateFiles(Repository.File("content"), "*.slides.md", SearchOption.AllDirectories)
            .First(path => path.Contains("k1-basics", StringComparison.Ordinal));
        using var content = new ContentFolder();

        var read = content.Write(Deck, File.ReadAllBytes(deck)).Check();

        // The small pack of the test does not know every act.
        Assert.DoesNotContain(read.Codes(), code => code != "unknown-act");
        Assert.All(SlidesOf(read), slide => Assert.NotNull(slide.NotesHtml));
        Assert.Equal(4, SlidesOf(read).Sum(slide => PollsOf(slide).Count));
    }

    private static CheckedContent Read(string body)
    {
        using var content = new ContentFolder();
        return content.Write(Deck, Head + body).Check();
    }

    private static IReadOnlyList<Slide> Slides(string body)
    {
        var read = Read(body);
        read.IsClean();
        return SlidesOf(read);
    }

    private static IReadOnlyList<Slide> SlidesOf(CheckedContent read) =>
        read.Course("basics")!.Draft!.Activities[2].Words.Deck!.Slides;

    private static IReadOnlyList<Question> PollsOf(Slide slide) =>
        slide.Polls is { } polls ? QuizJson.ReadQuestions(polls) : [];
}
