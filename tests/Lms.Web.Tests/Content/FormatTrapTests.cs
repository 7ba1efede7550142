using Lms.Domain.Quizzes;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>Traps of the format that no other test is about.</summary>
public sealed class FormatTrapTests
{
    [Theory]
    [InlineData("[х]")]
    [InlineData("[Х]")]
    [InlineData("[X]")]
    public void Any_x_marks_what_is_right(string mark)
    {
        var read = Reading.Quiz($"## П {{#q}}\n\n- {mark} а\n- [ ] б");

        read.IsClean();
        Assert.True(Assert.IsType<SingleChoice>(read.TheQuiz().Questions[0]).Options[0].IsRight);
    }

    [Fact]
    public void A_gap_is_read_before_an_abbreviation_of_the_same_letters()
    {
        var read = Reading.Quiz(
            "## П {#q}\n\nЦе ___{НМВ|механізм}, і НМВ теж.\n\n*[НМВ]: Національний механізм взаємодії"
        );

        read.IsClean();
        var cloze = Assert.IsType<Cloze>(read.TheQuiz().Questions[0]);
        Assert.Equal(["НМВ", "механізм"], cloze.Gaps[0].Accepted.Select(key => key.Text));
        Assert.Single(
            cloze.PromptHtml.Split("<abbr"),
            part => part.Contains("механізм взаємодії", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void A_pattern_has_two_hundred_letters_at_most(int letters, int found) =>
        Assert.Equal(
            found,
            Reading
                .Quiz($"## П {{#q}}\n\n- =~ `{new string('а', letters)}`")
                .Codes()
                .Count(code => code == "bad-pattern")
        );

    [Fact]
    public void A_prompt_has_lists_of_its_own_with_stars_and_numbers()
    {
        var read = Reading.Quiz(
            "## П {#q}\n\n* перше\n* друге\n\n1. крок\n2. крок\n\n- [x] а\n- [ ] б"
        );

        read.IsClean();
        var prompt = read.TheQuiz().Questions[0].PromptHtml;
        Assert.Contains("<ul>", prompt, StringComparison.Ordinal);
        Assert.Contains("<ol>", prompt, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quiz_that_is_not_graded_does_not_count()
    {
        using var content = new ContentFolder();
        content.Replace(ContentFolder.Quiz, "minutes: 30", "minutes: 30\ngraded: false");

        Assert.False(content.Draft().Activities[1].CountsForCompletion);
    }

    [Theory]
    [InlineData("## А {#a_b}", "bad-id")]
    [InlineData("## А {#Я}", "bad-id")]
    [InlineData("## А {onclick=x}", "unknown-attribute")]
    [InlineData("::: details Назва {style=x}\nа\n:::", "unknown-attribute")]
    [InlineData("[а](/help){class=x}", "unknown-attribute")]
    [InlineData("> [!NOTE]\n> а\n> {onclick=x}", "unknown-attribute")]
    public void A_key_that_is_not_of_the_format_is_an_error_wherever_braces_are_read(
        string markdown,
        string code
    ) => Reading.Lesson(markdown).Only(code);

    [Fact]
    public void Windows_line_ends_change_nothing_in_a_quiz_or_a_case()
    {
        using var content = new ContentFolder();
        content.Write(
            Stories.Path,
            Stories.Head + "## А {#s1}\n\nТ.\n\n- [д](#end)\n  > так" + Stories.End
        );
        var quiz = content.Draft();

        foreach (var path in new[] { ContentFolder.Quiz, Stories.Path })
        {
            content.Replace(path, "\n", "\r\n");
        }

        var windows = content.Draft();
        Assert.Equal(
            quiz.Activities[1].Quiz!.Questions[0].PromptHtml,
            windows.Activities[1].Quiz!.Questions[0].PromptHtml
        );
        Assert.Null(quiz.Activities[2].Words.Case!.DiffersAt(windows.Activities[2].Words.Case!));
    }

    [Fact]
    public void Findings_come_in_the_order_of_the_files_and_of_their_lines()
    {
        using var content = new ContentFolder();
        content
            .Replace(ContentFolder.Lesson, "Текст.", "[x](none.md)\n\n[y](none.md)")
            .Replace(ContentFolder.Quiz, "minutes: 30", "minuts: 30")
            .Replace(ContentFolder.Course, "code: К1", "cod: К1");

        string[] files = [ContentFolder.Course, ContentFolder.Lesson, ContentFolder.Quiz];
        var places = content
            .Check()
            .Findings.Select(one => (Array.IndexOf(files, one.Path), one.Line))
            .ToList();
        Assert.Equal([0, 1, 2], places.Select(place => place.Item1).Distinct());
        Assert.Equal(places.Order(), places);
    }
}
