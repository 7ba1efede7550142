using System.Diagnostics;
using Lms.Web.Content;

namespace Lms.Web.Tests.Content;

/// <summary>The limits that docs/authoring.md names, and that no input takes long.</summary>
[Collection("alone")]
public sealed class LimitTests
{
    private const int Lesson = 64_000;

    public static TheoryData<string, string> Slow =>
        new()
        {
            { "[a](", "too-many-marks" },
            { "{a=", "too-many-marks" },
            { "*a **a ", "too-many-marks" },
            { "~a~~a^a", "too-many-marks" },
            { "_a __a ", "too-many-marks" },
            { "`a``a", "too-many-marks" },
            { "<a@", "too-many-marks" },
            { "[", "too-deeply-nested" },
            { "![", "too-deeply-nested" },
            { "> ", "too-deeply-nested" },
            { "- ", "too-deeply-nested" },
            { "1. ", "too-deeply-nested" },
            { "слово ", "paragraph-too-long" },
            { "|a", "paragraph-too-long" },
            { "^^^ [a](", "too-many-marks" },
        };

    [Theory]
    [MemberData(nameof(Slow))]
    public void A_pattern_repeated_through_a_lesson_is_refused_within_two_seconds(
        string pattern,
        string code
    )
    {
        var read = InTime(() => Reading.Lesson(Repeated(pattern, 32_000)));

        Assert.Contains(code, read.Codes());
    }

    [Theory]
    [InlineData("[a]: b\n")]
    [InlineData("[a]: b\n\n")]
    [InlineData("- a\n\n")]
    [InlineData("* a\n * b\n  * c\n   * d\n    * e\n     * f\n")]
    [InlineData("> a\n>> b\n")]
    [InlineData("- - - - - - - - - - - - - - - - - - - - - - - - - - - - - - a\n")]
    [InlineData("```\n")]
    [InlineData("## a\n")]
    [InlineData("a\n===\n")]
    [InlineData("|a|b|\n|-|-|\n\n")]
    [InlineData("::: case\n")]
    [InlineData("::: case\n:::\n")]
    [InlineData(":::: case\n::: details а\n::::\n")]
    [InlineData("::: details а\n- ")]
    [InlineData(":::\n")]
    [InlineData("а\n: б\n\n")]
    [InlineData(": б\n")]
    [InlineData("а\nа\nа\n: б\n    в\n: г\n\n")]
    [InlineData("&#x")]
    [InlineData("\\")]
    [InlineData("\t")]
    [InlineData("<a ")]
    [InlineData("https://a.example/ ")]
    [InlineData("    a\n\n")]
    [InlineData("*[а]: б\n")]
    [InlineData("[^а]: б\n")]
    [InlineData("[^a]")]
    [InlineData("а[^1]\n\n[^1]: б\n\n")]
    [InlineData("^^^ а\n")]
    [InlineData("^^^ а\nб\n^^^ в\n\n")]
    [InlineData("(www.a.bc")]
    [InlineData("www.")]
    [InlineData("a@b.c ")]
    [InlineData("a@")]
    [InlineData("~~a~~~ ")]
    [InlineData("|-|\n")]
    [InlineData("|:-:|-|\n|`\\|`|b|\n")]
    [InlineData("[a](b) *c* `d` _e_ ~f~ <g> {h}\n\n")]
    public void A_pattern_repeated_line_by_line_takes_less_than_two_seconds(string pattern) =>
        InTime(() => Reading.Lesson(Repeated(pattern, Lesson)));

    [Fact]
    public void The_cells_of_a_table_are_counted()
    {
        var wide =
            Repeated("|a", 2_000) + "|\n" + Repeated("|-", 2_000) + "|\n" + Repeated("|\n", 2_000);

        Assert.Contains("table-too-big", InTime(() => Reading.Lesson(wide)).Codes());
    }

    [Theory]
    [InlineData("[a](", "too-many-marks")]
    [InlineData("слово ", "paragraph-too-long")]
    public void A_cell_is_counted_as_a_paragraph_is(string pattern, string code)
    {
        var cell = Repeated(pattern, 16_000);

        Assert.Contains(code, InTime(() => Reading.Lesson($"|a|\n|-|\n|{cell}|\n")).Codes());
        Assert.Contains(code, InTime(() => Reading.Lesson($"|{cell}|\n|-|\n")).Codes());
    }

    [Fact]
    public void A_hundred_abbreviations_in_a_long_text_take_less_than_two_seconds()
    {
        var known = Enumerable
            .Range(10, 90)
            .Select(number => $"*[А{new string('а', 50)}{number}]: б");
        var words = Repeated($"А{new string('а', 50)} ", 7_000);

        InTime(() =>
            Reading.Lesson($"{string.Join('\n', known)}\n\n{Repeated(words + "\n\n", 48_000)}")
        );
    }

    [Fact]
    public void A_lesson_over_64_kB_is_refused() =>
        Assert.Equal(5, Reading.Lesson(Repeated("а\n\n", 70_000)).Only("text-too-long").Line);

    [Fact]
    public void A_question_over_16_kB_is_refused_and_the_next_one_is_read()
    {
        var read = Reading.Quiz(
            $"## Перше {{#q-1}}\n\n{Repeated("а\n\n", 17_000)}\n- [x] а\n- [ ] б\n\n"
                + "## Друге {#q-2}\n\n- [x] а\n- [ ] б\n"
        );

        Assert.Equal(5, read.Only("text-too-long").Line);
        Assert.Equal("q-2", Assert.Single(read.TheQuiz().Questions).Id);
    }

    [Theory]
    [InlineData("|a|b|\n|-|-|\n\n")]
    [InlineData("- [x] а\n")]
    [InlineData("*a **a ")]
    [InlineData("[a]: b\n")]
    [InlineData("> > > > а\n\n")]
    public void A_quiz_of_hard_questions_takes_less_than_two_seconds(string pattern)
    {
        var question = $"## П {{#q}}\n\n{Repeated(pattern, 14_000)}\n\n- [x] а\n- [ ] б\n\n";

        InTime(() => Reading.Quiz(Repeated(question, 250_000)));
    }

    [Fact]
    public void A_quiz_over_256_kB_or_100_questions_is_refused()
    {
        var question = "## П {#q}\n\n- [x] а\n- [ ] б\n\n";

        Reading
            .Quiz(Repeated(question + Repeated("слово\n\n", 8_000), 300_000))
            .Only("text-too-long");
        Reading.Quiz(string.Concat(Enumerable.Repeat(question, 101))).Only("too-many-questions");
    }

    [Fact]
    public void A_bank_of_5_000_questions_is_read_within_two_seconds()
    {
        using var content = new ContentFolder();
        content.WriteBank(ManyQuestions.Bank(5_000));

        InTime(content.Check).IsClean();
        Assert.Equal(5_000, Assert.Single(content.Draft().Banks).Questions.Count);
    }

    [Fact]
    public void A_bank_of_over_5_000_questions_is_refused()
    {
        using var content = new ContentFolder();

        content.WriteBank(ManyQuestions.Bank(5_001)).Check().Only("bank-too-big");
    }

    [Theory]
    [InlineData("|a|b|\n|-|-|\n\n")]
    [InlineData("- [x] а\n")]
    [InlineData("*a **a ")]
    [InlineData("[a]: b\n")]
    [InlineData("> > > > а\n\n")]
    [InlineData("*а* `б`\n\n")]
    public void A_bank_of_hard_questions_takes_less_than_two_seconds(string pattern)
    {
        using var content = new ContentFolder();
        var question = $"## П {{#q}}\n\n{Repeated(pattern, 14_000)}\n\n- [x] а\n- [ ] б\n\n";

        content.WriteBank(Repeated(question, 1_040_000)).Check();

        // The first reading has compiled what this one needs.
        InTime(content.Check);
    }

    [Theory]
    [InlineData("## П {#q}\n- [x] *а*\n- [ ] б\n")]
    [InlineData("## *П* {#q}\n- [x] &amp;\n> *а*\n")]
    [InlineData("## ___{*а|б}\n")]
    public void A_bank_of_many_small_questions_takes_less_than_two_seconds(string question)
    {
        using var content = new ContentFolder();

        content.WriteBank(Repeated(question, 1_040_000)).Check();

        // The first reading has compiled what this one needs.
        InTime(content.Check);
    }

    [Fact]
    public void The_definitions_of_links_are_counted()
    {
        var defined = Repeated("[а]: https://a.example/\n", 10_000);

        Assert.Equal(
            505,
            Reading.Lesson(Repeated("[а]: b\n", 20_000)).Only("too-many-definitions").Line
        );
        Reading.Lesson($"{defined}\nТекст [а].\n").IsClean();
    }

    [Fact]
    public void A_question_with_over_thirty_options_is_refused() =>
        Reading.Quiz("## П {#q}\n\n" + Repeated("- [x] а\n", 400)).Only("too-many-options");

    [Fact]
    public void The_blocks_of_a_lesson_are_counted() =>
        Reading.Lesson(Repeated("- а\n\n", 30_000)).Only("too-many-blocks");

    [Fact]
    public void Many_links_to_nothing_take_less_than_two_seconds() =>
        InTime(() =>
            Reading.Lesson(
                Repeated("## а\n", 6_000) + Repeated("[x](#а) [y](z.md) [u](#q)\n\n", 30_000)
            )
        );

    [Fact]
    public void A_file_over_1_MB_is_refused_unread()
    {
        using var content = new ContentFolder();
        content.Write(ContentFolder.Lesson, new byte[1024 * 1024 + 1]);

        Assert.Equal(1, content.Check().Only("file-too-big").Line);
    }

    [Fact]
    public void A_megabyte_of_keys_is_refused_within_two_seconds()
    {
        using var content = new ContentFolder();
        content.Write("organisation/acts.yml", Repeated("- {a: 1}\n", 1_000_000));

        Assert.Contains("yaml-too-long", InTime(content.Check).Codes());
    }

    [Fact]
    public void A_long_list_and_a_long_table_are_within_the_limits()
    {
        var list = Repeated("- пункт списку, у якому *чотири* слова\n", 20_000);
        var table = "|a|b|c|\n|-|-|-|\n" + Repeated("|слово|слово|слово|\n", 7_000);

        Reading.Lesson($"{list}\n\n{table}").IsClean();
    }

    private static CheckedContent InTime(Func<CheckedContent> read)
    {
        // The first reading also compiles the code; it is not what is measured.
        Reading.Lesson("а").IsClean();
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var content = read();
        var (taken, worked) = (clock.Elapsed, Environment.CpuUsage.TotalTime - before);
        // A machine that is busy with other things makes the clock run, not the work longer.
        Assert.InRange(taken < worked ? taken : worked, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        return content;
    }

    private static string Repeated(string pattern, int bytes) =>
        string.Concat(
            Enumerable.Repeat(pattern, bytes / System.Text.Encoding.UTF8.GetByteCount(pattern))
        );
}

/// <summary>Tests that measure time run when nothing else does.</summary>
[CollectionDefinition("alone", DisableParallelization = true)]
public sealed class Alone;
