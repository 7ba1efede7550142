using System.Text.Json;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content.Blocks;

public sealed class PracticeTests
{
    private const string Lesson = """
        ## Борг

        :::: details Перевірте себе
        ::: question {#q-who}
        Хто платить <b> за [дорогу](/help)?

        - [x] zzcanary роботодавець
        - [ ] працівник
          > zzcanary

        > zzcanary
        :::
        ::::

        ::: question {#q-word}
        Як це зветься?

        - = zzcanary
        :::

        ::: question {#q-gap}
        Мета — ___{zzcanary}.
        :::
        """;

    [Fact]
    public void The_questions_of_a_lesson_are_kept_beside_it()
    {
        var words = Words(Lesson);

        Assert.Equal(["q-who", "q-word", "q-gap"], words.Practice.Select(question => question.Id));
        var single = Assert.IsType<SingleChoice>(words.Practice[0]);
        Assert.Contains("<a href=\"/help\">дорогу</a>", single.PromptHtml);
        Assert.True(single.Options[0].IsRight);
        // Outside a question such a mark is a task, drawn as a box.
        Assert.All(single.Options, option => Assert.DoesNotContain("task", option.Html));
    }

    [Fact]
    public void No_key_stands_in_the_lesson_or_in_the_words_of_its_blocks()
    {
        var lesson = Words(Lesson).Lesson!;

        Assert.DoesNotContain("zzcanary", JsonSerializer.Serialize(lesson));
        Assert.All(
            ["q-who", "q-word", "q-gap"],
            id => Assert.Contains($"<a href=\"first/practice/{id}\">", lesson.Html)
        );
        Assert.Equal(
            [
                (LessonBlockKind.Details, "Перевірте себе"),
                (LessonBlockKind.Question, "Хто платить <b> за дорогу?"),
                (LessonBlockKind.Question, "Як це зветься?"),
            ],
            lesson.Blocks.Take(3).Select(block => (block.Kind, block.Text))
        );
    }

    [Fact]
    public void A_question_that_is_changed_keeps_its_id_and_is_a_changed_block()
    {
        var before = Words(Lesson).Lesson!.Blocks;
        var after = Words(Lesson.Replace("- = zzcanary", "- = інше")).Lesson!.Blocks;

        Assert.Equal(["q-word"], LessonBlocks.Changes(before, after).Changed);
    }

    [Theory]
    [InlineData("## А {#q-one}\n\n::: question {#q-one}\nП?\n\n- [x] а\n- [ ] б\n:::", 7)]
    [InlineData(
        "::: question {#q-one}\nП?\n\n- [x] а\n- [ ] б\n:::\n\n::: question {#q-one}\nР?\n\n- [x] а\n- [ ] б\n:::",
        12
    )]
    public void An_id_stands_once_on_the_page(string body, int line) =>
        Assert.Equal(line, Reading.Lesson(body).Only("duplicate-id").Line);

    [Theory]
    [InlineData("П?[^1]\n\n- [x] а\n- [ ] б", 8)]
    [InlineData("П?\n\n- [x] а[^1]\n- [ ] б", 10)]
    [InlineData("П?\n\n- [x] а\n- [ ] б\n\n> Бо так.[^1]", 13)]
    public void A_footnote_has_no_place_in_a_question(string question, int line) =>
        Assert.Equal(
            line,
            Reading
                .Lesson(
                    $"Текст.[^1]\n\n::: question {{#q-one}}\n{question}\n:::\n\n[^1]: Виноска.\n"
                )
                .Only("only-in-lessons")
                .Line
        );

    private static ActivityWords Words(string body)
    {
        var read = Reading.Lesson(body);
        Assert.False(read.HasErrors, read.Lines());
        return read.Course("basics")!.Draft!.Activities[0].Words;
    }
}
