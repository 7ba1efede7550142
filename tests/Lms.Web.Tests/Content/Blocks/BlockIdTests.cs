using Lms.Domain.Courses;
using Lms.Web.Content;
using Lms.Web.Content.Blocks.Ids;

namespace Lms.Web.Tests.Content.Blocks;

public sealed class BlockIdTests
{
    private const string EveryKind = """
        Текст до заголовка.

        ## Ознаки {#signs}

        Абзац **тексту**
        у два рядки.

        - пункт
        - пункт

        | а | б |
        |---|---|
        | в | г |

        ### Глибше

        > Цитата.

        > [!NOTE]
        > Примітка.
        > {#noted}

        ---

        ```
        код
        ```

        Термін
        : Пояснення.

        ^^^
        Схема.
        ^^^ Підпис

        ::: details Назва {#more}
        Зміст.[^1]
        :::

        [^1]: Виноска.

        ::: checklist
        - один
        - два
        :::

        ::: case
        Історія.
        :::
        """;

    [Fact]
    public void Every_block_has_an_id_that_stands_once_on_the_page()
    {
        var lesson = Lesson(EveryKind);

        Assert.Equal(
            [
                (LessonBlockKind.Paragraph, "", "Текст до заголовка."),
                (LessonBlockKind.Paragraph, "signs", "Абзац тексту у два рядки."),
                (LessonBlockKind.List, "signs", "пункт пункт"),
                (LessonBlockKind.Table, "signs", "а б в г"),
                (LessonBlockKind.Quote, "глибше", "Цитата."),
                (LessonBlockKind.Callout, "глибше", "Примітка."),
                (LessonBlockKind.Code, "глибше", "код"),
                (LessonBlockKind.Definitions, "глибше", "Термін Пояснення."),
                (LessonBlockKind.Figure, "глибше", "Схема. Підпис"),
                (LessonBlockKind.Details, "глибше", "Назва Зміст."),
                (LessonBlockKind.Checklist, "глибше", "один два"),
                (LessonBlockKind.Case, "глибше", "Історія."),
            ],
            lesson.Blocks.Select(block => (block.Kind, block.Section, block.Text))
        );
        Assert.Distinct(lesson.Blocks.Select(block => block.Id));
        Assert.All(
            lesson.Blocks,
            block => Assert.Equal(1, Count(lesson.Html, $"id=\"{block.Id}\""))
        );
        Assert.All(lesson.Blocks, block => Assert.Matches("^[0-9a-f]{64}$", block.Hash));
        Assert.Equal(
            ["noted", "more"],
            lesson.Blocks.Where(block => block.IsWritten).Select(block => block.Id)
        );
    }

    [Fact]
    public void A_draft_id_is_made_of_the_source_and_numbered_when_it_repeats()
    {
        var lesson = Lesson("Те саме.\n\nТе саме.\n\nІнше.\n");

        Assert.Equal($"d-{lesson.Blocks[0].Hash[..12]}", lesson.Blocks[0].Id);
        Assert.Equal($"{lesson.Blocks[0].Id}-2", lesson.Blocks[1].Id);
        Assert.StartsWith($"<p id=\"{lesson.Blocks[0].Id}\">Те саме.</p>", lesson.Html);
    }

    [Theory]
    [InlineData("Один\nдва.", "Один два.  ", true)]
    [InlineData("Один два.", "Один  два.", false)]
    [InlineData("- а\n- б", "- а \n- б\n\n", true)]
    [InlineData("- а\n- б", "- а\n  - б", false)]
    [InlineData("[а][1]\n\n[1]: /help", "[а][1]\n\n[1]: /courses", false)]
    public void Blanks_at_the_ends_make_no_difference_and_anything_else_does(
        string one,
        string other,
        bool isSame
    ) => Assert.Equal(isSame, Lesson(one).Blocks[0].Hash == Lesson(other).Blocks[0].Hash);

    [Fact]
    public void A_block_inside_another_counts_when_its_id_is_written()
    {
        var lesson = Lesson(
            ":::: case\nА.\n\n::: details Б {#inner}\nВ.\n:::\n\n::: details Г\nҐ.\n:::\n::::\n"
        );

        Assert.Equal(
            [(LessonBlockKind.Case, false), (LessonBlockKind.Details, true)],
            lesson.Blocks.Select(block => (block.Kind, block.IsWritten))
        );
        Assert.Equal("inner", lesson.Blocks[1].Id);
    }

    [Fact]
    public void A_written_id_can_be_linked_to()
    {
        Reading.Lesson("[а](#more)\n\n::: details Б {#more}\nВ.\n:::\n").IsClean();
        Reading.Lesson("[а](#mor)\n\n::: details Б {#more}\nВ.\n:::\n").Only("broken-anchor");
    }

    [Fact]
    public void The_words_of_a_block_end_at_two_thousand_letters() =>
        Assert.Equal(
            2_000,
            Lesson(string.Concat(Enumerable.Repeat("слово ", 500))).Blocks[0].Text.Length
        );

    [Fact]
    public void Settled_ids_stand_in_the_html_and_in_the_blocks_alike()
    {
        var draft = Lesson(EveryKind);
        var old = StableIds.Settle(draft, [], "basics/first");
        var now = StableIds.Settle(Lesson("Нове.\n\n" + EveryKind), old.Blocks, "basics/first");

        Assert.DoesNotContain("\"d-", old.Html, StringComparison.Ordinal);
        Assert.Equal(
            old.Blocks.Select(block => block.Id),
            now.Blocks.Skip(1).Select(block => block.Id)
        );
        Assert.All(now.Blocks, block => Assert.Equal(1, Count(now.Html, $"id=\"{block.Id}\"")));
        var checklist = now.Blocks.Single(block => block.Kind == LessonBlockKind.Checklist);
        Assert.Equal(2, checklist.Entries.Count);
        Assert.All(
            checklist.Entries,
            entry =>
            {
                Assert.StartsWith($"{checklist.Id}:", entry);
                Assert.Contains($"value=\"{entry}\"", now.Html);
            }
        );
    }

    [Fact]
    public void An_entry_keeps_its_name_when_others_come_before_it()
    {
        var before = Lesson("::: checklist {#prep}\n- один\n- два\n:::").Blocks[0].Entries;
        var after = Lesson("::: checklist {#prep}\n- нуль\n- два\n- один\n:::").Blocks[0].Entries;

        Assert.Equal([before[1], before[0]], after.Skip(1));
    }

    [Theory]
    [InlineData("<p id=\"d-1\">d-1 id=\"d-1\"</p>", "<p id=\"b-1\">d-1 id=\"d-1\"</p>")]
    [InlineData("<input value=\"d-1:a\">", "<input value=\"b-1:a\">")]
    [InlineData("<a href=\"#d-1\" title=\"d-1\">", "<a href=\"#b-1\" title=\"d-1\">")]
    [InlineData("<a title=\"> id=\" id=\"d-1\">", "<a title=\"> id=\" id=\"b-1\">")]
    [InlineData("<p id=\"d-12\"><p id=\"d-\">", "<p id=\"d-12\"><p id=\"d-\">")]
    [InlineData("<p id=\"d-1", "<p id=\"b-1")]
    [InlineData("a < b", "a < b")]
    [InlineData("", "")]
    public void Ids_are_replaced_inside_tags_alone(string html, string settled) =>
        Assert.Equal(
            settled,
            StableIds.Rewrite(html, new Dictionary<string, string> { ["d-1"] = "b-1" })
        );

    [Fact]
    public void The_words_of_a_sensitive_block_are_told_by_no_block_around_it()
    {
        const string sensitive = "::: sensitive тиск\nПодробиці.\n:::\n\n::: gentle\nМ’яко.\n:::";

        Assert.Equal("тиск Подробиці.", Lesson(sensitive).Blocks[0].Text);
        Assert.Equal(
            "Історія Вступ. М’яко.",
            Lesson($":::: details Історія\nВступ.\n\n{sensitive}\n::::").Blocks[0].Text
        );
    }

    private static LessonText Lesson(string body)
    {
        var read = Reading.Lesson(body);
        read.IsClean();
        return read.Course("basics")!.Draft!.Activities[0].Lesson!;
    }

    private static int Count(string html, string part) => html.Split(part).Length - 1;
}
