using System.Globalization;

namespace Lms.Web.Tests.Content.Blocks;

/// <summary>What the examples of the specs do not show.</summary>
public sealed class FenceTests
{
    [Fact]
    public void An_unknown_name_is_answered_with_the_nearest_one()
    {
        var finding = Reading.Lesson("::: detials а\nб\n:::").Only("unknown-block");

        Assert.Equal("details", finding.Suggestion);
    }

    [Fact]
    public void An_English_lesson_labels_its_blocks_in_English()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Course, "language: uk", "language: en");
        content.WriteLesson(
            "::: case\nText.\n:::\n\n::: sensitive violence\nText.\n:::\n\n::: gentle\nText.\n:::\n"
        );

        var html = content.Check().Html();

        Assert.Contains("<p class=\"case-title\">Fictional case</p>", html);
        Assert.Contains("<strong>Ahead: violence</strong>", html);
        Assert.Contains("<summary>Gentler text</summary>", html);
    }

    [Fact]
    public void Blocks_nest_thirty_two_deep_and_no_deeper()
    {
        Reading.Lesson(Nested(32)).IsClean();
        Reading.Lesson(Nested(33)).Only("too-deeply-nested");
    }

    [Fact]
    public void The_blocks_of_a_question_are_those_that_keep_nothing_for_the_learner()
    {
        var read = Reading.Quiz(
            "## П {#q}\n\n::: case\nТекст.\n:::\n\n- [x] а\n- [ ] б\n\n"
                + "## Р {#r}\n\n::: sensitive а\nТекст.\n:::\n\n- [x] а\n- [ ] б\n"
        );

        Assert.Equal(16, read.Only("block-only-in-lessons").Line);
        Assert.Contains("<div class=\"case\">", read.TheQuiz().Questions[0].PromptHtml);
    }

    [Fact]
    public void The_description_of_a_course_may_hold_blocks_too()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Course, "Опис курсу.", "::: case\nОпис.\n:::\n");

        var read = content.Check();

        read.IsClean();
        Assert.Contains("Вигадана", read.Course("basics")!.Draft!.Manifest.DescriptionHtml);
    }

    private static string Nested(int depth)
    {
        var text = "текст";
        for (var colons = 3; colons < depth + 3; colons++)
        {
            var fence = new string(':', colons);
            var number = colons.ToString(CultureInfo.InvariantCulture);
            text = $"{fence} details {number}\n{text}\n{fence}";
        }

        return text;
    }
}
