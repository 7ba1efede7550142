using System.Text;
using CsCheck;
using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Content.Exchange.Gift;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>What GIFT can hold comes back from GIFT as it went.</summary>
public sealed class GiftRoundTripTests
{
    private static readonly string[] Pieces =
    [
        "слово",
        "Це",
        " а ",
        " ",
        ".",
        "?",
        "=",
        "~",
        "#",
        "####",
        "{",
        "}",
        ":",
        "::",
        "\\",
        "\\n",
        "%50%",
        "->",
        "//",
        "<b>",
        "&amp;",
        "[html]",
        "*",
        "_",
        "5",
        "..",
        "’",
    ];

    private static readonly Gen<string> Words = Gen.Int[0, Pieces.Length - 1]
        .Select(index => Pieces[index])
        .Array[1, 5]
        .Select(string.Concat)
        .Where(words => !string.IsNullOrWhiteSpace(words));

    private static readonly Gen<string> Line = Words.Select(words =>
        Written(words, TextFormat.Plain)
    );

    private static readonly Gen<string> Blocks = Gen.OneOf(
        Line,
        Gen.Select(
            Words,
            Words,
            (one, two) =>
                Written(
                    $"<p>{Encoded(one)}<br><b>ц</b></p><ul><li>{Encoded(two)}</li></ul><p>к</p>",
                    TextFormat.Html
                )
        )
    );

    private static readonly Gen<string> Feedback = Gen.OneOf(Gen.Const(""), Blocks);

    private static readonly Gen<ImportedAnswers> Answers = Gen.OneOf(
        Choices(),
        Gen.Select(Gen.Bool, Feedback, Feedback)
            .Select<(bool, string, string), ImportedAnswers>(three => new ImportedAnswers.TrueFalse(
                three.Item1,
                three.Item2,
                three.Item3
            )),
        Words
            .Where(words => !words.Contains("->", StringComparison.Ordinal))
            .Select(words => new AcceptedText(OneLine.Of(Collapsed(words)), false))
            .Array[1, 3]
            .Select<AcceptedText[], ImportedAnswers>(all => new ImportedAnswers.ShortText(all)),
        Gen.Select(Gen.Int[-999, 999], Gen.Int[0, 99])
            .Select(two => new AcceptedNumbers(two.Item1 / 10m, (two.Item1 + two.Item2) / 10m))
            .Array[1, 3]
            .Select<AcceptedNumbers[], ImportedAnswers>(all => new ImportedAnswers.Numeric(all)),
        Gen.Select(Line, Line)
            .Select(two => new ImportedPair(two.Item1, two.Item2))
            .Array[2, 4]
            .Select<ImportedPair[], ImportedAnswers>(all => new ImportedAnswers.Matching([
                .. all,
                new("", "зайве"),
            ])),
        Gen.Const<ImportedAnswers>(new ImportedAnswers.Essay(null, []))
    );

    [Fact]
    public void Every_question_that_GIFT_can_hold_comes_back_the_same() =>
        Gen.Select(Blocks, Answers, Feedback)
            .Sample(
                (prompt, answers, explanation) =>
                    Same(
                        new(1, prompt, answers)
                        {
                            Explanation = explanation,
                            Id = "q-one",
                            Tags = ["мітка", "два-слова"],
                        }
                    ),
                iter: 2_000,
                threads: 1
            );

    [Theory]
    [InlineData("Це ___{а|б} тут.")]
    [InlineData("Це ___{*а|б|в}")]
    [InlineData("Це **тут**: ___{б|*а}.\n\nІ абзац.")]
    public void A_text_with_one_gap_comes_back_the_same(string prompt) =>
        Same(new(1, prompt, new ImportedAnswers.Cloze()) { Id = "q-one" });

    [Fact]
    public void A_pattern_that_stars_can_say_comes_back_the_same() =>
        Same(
            new(1, "П?", new ImportedAnswers.ShortText([new(@".*a\*b\..*", true)])) { Id = "q-one" }
        );

    [Fact]
    public void What_GIFT_cannot_hold_is_left_out_and_said()
    {
        Assert.Equal(["gift-no-such-question"], Lost(new ImportedAnswers.Ordering(["а", "б"])));
        Assert.Equal(["gift-no-such-question"], Lost(new ImportedAnswers.FileUpload([])));
        Assert.Equal(["gift-several-gaps"], Lost(new ImportedAnswers.Cloze(), "___{а} ___{б}"));
        Assert.Equal(
            ["gift-no-such-answer"],
            Lost(new ImportedAnswers.ShortText([new("^[0-9]+$", true)]))
        );
        Assert.Equal(
            ["import-not-represented", "export-criteria-lost"],
            Lost(new ImportedAnswers.Essay(50, ["а"]))
        );
    }

    private static Gen<ImportedAnswers> Choices() =>
        Gen.Select(
            Gen.Select(Line, Feedback).Array[3, 5],
            Gen.Int[0, 2],
            (options, kind) =>
                (ImportedAnswers)
                    new ImportedAnswers.Choice(
                        kind > 0,
                        [
                            .. options.Select(
                                (option, at) =>
                                    new ImportedOption(
                                        option.Item1,
                                        at == 0 || (kind > 0 && at == 1),
                                        kind == 2 ? WeightOf(at) : null,
                                        option.Item2
                                    )
                            ),
                        ]
                    )
        );

    private static int? WeightOf(int option) =>
        option switch
        {
            0 => 60,
            1 => 40,
            2 => -25,
            _ => null,
        };

    private static void Same(ImportedQuestion question)
    {
        var file = ImportFile.Of("f", []);
        var gift = GiftWriter.Write(question, new(file, 1, 1));

        Assert.True(gift.Length > 0, string.Join('\n', file.Findings));
        var read = Importing.Read("gift", gift);
        Assert.True(read.Questions.Count == 1, gift + string.Join('\n', read.Findings));
        Assert.Equal(BankWriter.Write(question).Markdown, read.Questions[0].Markdown());
    }

    private static string[] Lost(ImportedAnswers answers, string prompt = "П?")
    {
        var file = ImportFile.Of("f", []);
        GiftWriter.Write(new(1, prompt, answers), new(file, 1, 1));
        return [.. file.Findings.Select(finding => finding.Code)];
    }

    private static string Written(string text, TextFormat format) =>
        new ForeignProse().Blocks(new(text, format), new(ImportFile.Of("f", []), 1, 1));

    private static string Encoded(string text) => System.Net.WebUtility.HtmlEncode(text);

    private static string Collapsed(string text) =>
        string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
