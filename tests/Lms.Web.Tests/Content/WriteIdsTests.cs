using System.Text;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary><c>check --write-ids</c>: the ids that are missing, and not another byte.</summary>
public sealed class WriteIdsTests
{
    private const string Options = "\n\n- [x] а\n- [ ] б\n\n";

    [Fact]
    public void Each_question_without_an_id_gets_one_and_the_file_is_clean()
    {
        using var content = new ContentFolder();
        content.WriteQuiz($"## Перше{Options}## Друге {{#q-own}}{Options}## Третє{Options}");

        var (code, output) = Check(content);

        Assert.Equal(0, code);
        Assert.Matches(
            $@"\A{ContentFolder.Quiz}:5: \+ \{{#q-[0-9a-f]{{8}}\}}\n{ContentFolder.Quiz}:15: \+ \{{#q-[0-9a-f]{{8}}\}}\nerrors 0",
            output
        );
        Assert.Equal(
            3,
            content.Check().TheQuiz().Questions.Select(one => one.Id).Distinct().Count()
        );
        content.Check().IsClean();
    }

    [Theory]
    [InlineData("## Перше", "## Перше {#ID}")]
    [InlineData("## Перше  \t", "## Перше {#ID}  \t")]
    [InlineData("## Перше {points=2 tags=a}", "## Перше {#ID points=2 tags=a}")]
    [InlineData("## Перше {points=2} ", "## Перше {#ID points=2} ")]
    [InlineData("## Перше {}", "## Перше {#ID}")]
    [InlineData("## Перше ##", "## Перше {#ID} ##")]
    [InlineData("## Перше {points=2} ## ", "## Перше {#ID points=2} ## ")]
    [InlineData("## C#", "## C# {#ID}")]
    [InlineData("##\tПерше", "##\tПерше {#ID}")]
    public void It_goes_to_the_end_of_the_heading_or_first_into_its_braces(string old, string with)
    {
        using var content = new ContentFolder();
        content.WriteQuiz(old + Options);

        Check(content);

        var text = File.ReadAllText(Path.Combine(content.Root, ContentFolder.Quiz));
        var id = content.Check().TheQuiz().Questions[0].Id;
        Assert.Equal(
            SoundContent.QuizHead + with.Replace("ID", id, StringComparison.Ordinal) + Options,
            text
        );
    }

    [Fact]
    public void A_byte_order_mark_line_ends_and_blanks_stay_as_they_are()
    {
        using var content = new ContentFolder();
        var text = (
            "\ufeff" + SoundContent.QuizHead + "## Перше \t" + Options + "кінець?  "
        ).Replace("\n", "\r\n", StringComparison.Ordinal);
        content.Write(ContentFolder.Quiz, Encoding.UTF8.GetBytes(text));

        Check(content);

        var after = Encoding.UTF8.GetString(
            File.ReadAllBytes(Path.Combine(content.Root, ContentFolder.Quiz))
        );
        var at = after.IndexOf(" {#q-", StringComparison.Ordinal);
        Assert.Equal(text, after.Remove(at, " {#q-12345678}".Length));
    }

    [Fact]
    public void A_second_time_changes_nothing_and_the_same_words_give_the_same_id()
    {
        using var content = new ContentFolder();
        using var other = new ContentFolder();
        foreach (var folder in new[] { content, other })
        {
            folder.WriteQuiz($"## Перше{Options}## Перше{Options}");
        }

        Check(content);
        Check(other);
        var once = File.ReadAllBytes(Path.Combine(content.Root, ContentFolder.Quiz));
        var (code, output) = Check(content);

        Assert.Equal((0, "errors 0, warnings 0, courses 1\n"), (code, output));
        Assert.Equal(once, File.ReadAllBytes(Path.Combine(content.Root, ContentFolder.Quiz)));
        Assert.Equal(once, File.ReadAllBytes(Path.Combine(other.Root, ContentFolder.Quiz)));
        Assert.Equal(
            2,
            content.Check().TheQuiz().Questions.Select(one => one.Id).Distinct().Count()
        );
    }

    [Fact]
    public void A_practice_question_and_a_poll_get_theirs_too()
    {
        using var content = new ContentFolder();
        content.WriteLesson("::: question\nЯке?" + Options + ":::\n");
        content.Write(
            "courses/basics/01-start/03-talk.slides.md",
            "---\ntitle: \"Зустріч\"\nminutes: 5\n---\n::: poll {type=scale}\nЯк вам?\n\n- 1..5\n:::\n"
        );

        Check(content);

        content.Check().IsClean();
        Assert.Contains(
            "::: question {#q-",
            File.ReadAllText(Path.Combine(content.Root, ContentFolder.Lesson)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Braces_that_cannot_be_read_are_left_to_their_author()
    {
        using var content = new ContentFolder();
        content.WriteQuiz("## Перше {=}" + Options);
        var before = File.ReadAllBytes(Path.Combine(content.Root, ContentFolder.Quiz));

        var (code, _) = Check(content);

        Assert.Equal(1, code);
        Assert.Equal(before, File.ReadAllBytes(Path.Combine(content.Root, ContentFolder.Quiz)));
    }

    [Fact]
    public void Without_the_option_nothing_is_written_and_publishing_refuses()
    {
        using var content = new ContentFolder();
        content.WriteQuiz("## Перше" + Options);

        var (code, output) = Check(content, "--lang", "en");

        Assert.Equal(1, code);
        Assert.Contains("question-without-id", output, StringComparison.Ordinal);
        Assert.False(content.Check().Course("basics")!.IsClean);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1, "/nowhere-at-all")]
    public void The_exit_code_says_whether_it_could_be_done(int wrong, params string[] path)
    {
        using var content = new ContentFolder();
        var output = new StringWriter();

        var code = CheckVerb
            .Command()
            .Parse(path.Length == 0 ? [content.Root] : path)
            .Invoke(new() { Output = output });

        Assert.Equal(wrong == 0 ? 0 : 2, code);
    }

    private static (int Code, string Output) Check(ContentFolder content, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        string[] all = [content.Root, .. args.Length == 0 ? ["--write-ids"] : args];
        var code = CheckVerb.Command().Parse(all).Invoke(new() { Output = output });
        return (code, output.ToString());
    }
}
