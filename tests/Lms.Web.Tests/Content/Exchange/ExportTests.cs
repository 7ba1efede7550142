using Lms.Domain.Quizzes;
using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Features.Shared;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Questions of a course as GIFT, and back again.</summary>
public sealed class ExportTests
{
    private const string Held = """

        ## Що з цього *засіб*? {#b-single tags=m1,signs}

        Вигадана ситуація: **платню** не дали.

        - [x] обман щодо платні {weight=100}
          > Так: обман.
        - [ ] поїздка мікроавтобусом {weight=-50}
          > Це дія.
        - [ ] оголошення в газеті на третій сторінці

        > Засіб відбирає вибір.
        >
        > - один
        > - два

        ## Виберіть засоби {#b-multiple}

        - [x] обман
        - [x] погроза
        - [ ] поїздка

        ## Виберіть за вагою {#b-weights}

        - [x] обман {weight=60}
        - [x] погроза {weight=40}
        - [ ] поїздка {weight=-25}

        ## Кордон перетинати обов’язково. {#b-truth}

        - [ ] Правильно
          > Ні, кордон не потрібен.
        - [x] Неправильно

        ## Чи є вік дитини до 18? {#b-yes}

        - [x] Так
        - [ ] Ні

        ## Яке слово? {#b-word}

        - = постраждала особа
        - =~ `.*гідн.*`

        ## Скільки? {#b-number}

        - = 182 ± 3
        - = 190..195

        ## З’єднайте {#b-pairs type=matching}

        | номер | допомога |
        |---|---|
        | 102 | поліція |
        | 116 111 | дитяча лінія |
        | | розклад потягів |

        ## Доповніть {#b-gap}

        Це дія, ___{засіб|спосіб} і мета.

        ## Виберіть у тексті {#b-chosen}

        Мета — ___{*експлуатація|поїздка|розваги} людини.

        ## Опишіть перший крок {#b-essay type=essay}

        Ситуація вигадана.
        """;

    [Fact]
    public void What_GIFT_can_hold_comes_back_as_the_same_questions()
    {
        using var content = new ContentFolder();
        content.WriteBank(Held).Check().IsClean();
        var own = content.Draft().Banks[0].Questions;

        var (gift, said, code) = Export(content, ContentFolder.Bank);
        Assert.Equal((0, $"written {own.Count}, left out 0"), (code, said));

        var file = ImportFile.Of("f.gift", System.Text.Encoding.UTF8.GetBytes(gift));
        var bank = BankText.New("Банк");
        bank.Add(ExchangeFormats.Read("gift", file).Questions, file);
        Assert.Empty(file.Findings);
        content.Write(ContentFolder.Bank, bank.ToString()).Check().IsClean();
        var back = content.Draft().Banks[0].Questions;
        Assert.Equal(own.Select(Kept), back.Select(Kept));
    }

    [Fact]
    public void What_GIFT_cannot_hold_is_said_of_each_question()
    {
        using var content = new ContentFolder();
        content.WriteBank(
            "## А {#b-1 points=2 competence=П1}\n\n- [x] а\n- [x] б\n- [ ] в\n\n"
                + "## Б {#b-2 type=ordering}\n\n1. а\n2. б\n\n"
                + "## В {#b-3 type=scale}\n\n- 1..5\n\n"
                + "## Г {#b-4}\n\n___{а} і ___{б}\n\n"
                + "## Д {#b-5}\n\n- =~ `[0-9]+`\n\n"
                + "## Е {#b-6 type=essay min-words=50}\n\n- критерій\n\n"
                + "## Є {#b-7 type=file}\n\n"
                + "## Ж {#b-8 scoring=all}\n\n- [x] а\n- [x] б\n- [ ] в\n"
        );

        var (gift, said, code) = Export(content, ContentFolder.Bank);

        Assert.Equal(1, code);
        Assert.Equal(
            [
                "4: import-not-represented",
                "4: import-not-represented",
                "10: gift-no-such-question",
                "15: gift-no-such-question",
                "19: gift-several-gaps",
                "23: gift-no-such-answer",
                "27: import-not-represented",
                "27: export-criteria-lost",
                "31: gift-no-such-question",
                "33: import-not-represented",
                "written 3, left out 5",
            ],
            said.Split('\n').Select(Place)
        );
        Assert.Equal(3, Importing.Read("gift", gift).Questions.Count);
    }

    [Fact]
    public void The_own_questions_of_a_quiz_are_exported_too()
    {
        using var content = new ContentFolder();

        var (gift, _, code) = Export(content, ContentFolder.Quiz);

        Assert.Equal(0, code);
        Assert.Equal("q-count", Importing.Read("gift", gift).Only().Id);
    }

    [Theory]
    [InlineData(ContentFolder.Lesson, 2)]
    [InlineData("organisation/acts.yml", 2)]
    [InlineData(ContentFolder.Bank, 1)]
    public void What_is_no_sound_file_of_questions_is_not_exported(string path, int expected)
    {
        using var content = new ContentFolder();
        content.WriteBank("## Без ключа {#b-1}\n");

        var (gift, said, code) = Export(content, path);

        Assert.Equal((expected, ""), (code, gift));
        Assert.NotEmpty(said);
    }

    [Fact]
    public void An_imported_bank_is_checked_as_it_stands_in_the_course()
    {
        using var content = new ContentFolder();
        var from = Path.Combine(content.Root, "f.gift");
        File.WriteAllText(from, "// [id:q-count]\nСкільки?{=три ~п’ять}\n");
        using var output = new StringWriter();

        var code = new ImportQuestions(output, output, "en").Run(
            from,
            "gift",
            Path.Combine(content.Root, ContentFolder.Bank)
        );

        // The quiz of the course has a question of this id.
        Assert.Equal(1, code);
        Assert.Contains("question-id-taken", output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("checked banks/a.bank.md: errors 1, warnings 0\n", output.ToString());
    }

    private static (string Gift, string Said, int Code) Export(ContentFolder content, string path)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = new ExportQuestions(output, error, "en").Run(Path.Combine(content.Root, path));
        return (output.ToString(), error.ToString().TrimEnd(), code);
    }

    private static string Kept(Question question) => QuizJson.Keep([question]).Json;

    /// <summary>Line and code of a printed finding; the sum as it is.</summary>
    private static string Place(string line)
    {
        var parts = line.Split(' ');
        return parts[0].EndsWith(':') ? $"{parts[0].Split(':')[^3]}: {parts[2]}" : line;
    }
}
