using System.Globalization;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Quizzes;

/// <summary>What stands in braces behind a question's heading, or on the line of its fence.</summary>
/// <param name="Form">Null when no <c>type</c> names it.</param>
/// <param name="MinWords">Of an essay; 0 when none are asked for.</param>
internal sealed record QuestionHeading(
    string Id,
    KeyForm? Form,
    Points Points,
    ScoringMethod Scoring,
    bool KeepsOrder,
    IReadOnlyList<string> Tags,
    string? Competence,
    int MinWords
)
{
    private const int MostWords = 2_000;

    private static readonly string[] Known =
    [
        "#",
        "points",
        "scoring",
        "shuffle",
        "type",
        "tags",
        "competence",
        "min-words",
    ];

    private static readonly Dictionary<string, KeyForm> Types = new()
    {
        ["matching"] = KeyForm.Pairs,
        ["ordering"] = KeyForm.Steps,
        ["essay"] = KeyForm.Essay,
        ["file"] = KeyForm.File,
        ["scale"] = KeyForm.Scale,
    };

    private static readonly Dictionary<string, ScoringMethod> Scorings = new()
    {
        ["all"] = ScoringMethod.AllOrNothing,
    };

    private static readonly Dictionary<string, bool> Shuffles = new()
    {
        ["true"] = false,
        ["false"] = true,
    };

    public static QuestionHeading Read(WrittenQuestion question)
    {
        var written = new QuestionAttributes(question.Text, question.Attributes);
        question.Text.Refuse(question.Attributes, Known);
        return new(
            IdOf(question),
            written.OneOf("type", Types),
            written.Points("points") ?? Points.Whole(1),
            written.OneOf("scoring", Scorings) ?? ScoringMethod.Partial,
            written.OneOf("shuffle", Shuffles) ?? false,
            written.Tags("tags"),
            written.Competence("competence"),
            written.Whole("min-words", 1, MostWords) ?? 0
        );
    }

    /// <summary>Reports the keys that have no meaning for the form.</summary>
    public static void RefuseOthersOf(WrittenQuestion question, KeyForm form)
    {
        var useless = form switch
        {
            KeyForm.List => (string[])["min-words"],
            KeyForm.Gaps or KeyForm.Pairs or KeyForm.Steps or KeyForm.File =>
            [
                "min-words",
                "scoring",
            ],
            KeyForm.Essay => ["scoring"],
            KeyForm.Scale => ["min-words", "scoring", "points"],
        };
        new QuestionAttributes(question.Text, question.Attributes).RefuseHere(useless);
    }

    private static string IdOf(WrittenQuestion question)
    {
        var (text, attributes) = (question.Text, question.Attributes);
        var questions = text.Setting.Questions;
        if (attributes["#"] is { } id)
        {
            text.IsId(id, attributes.Offset);
            questions.Claim(text, id, attributes.Offset);
            return id;
        }

        var number = (questions.Count + 1).ToString(CultureInfo.InvariantCulture);
        text.Report(QuizTexts.WithoutId, question.Offset, number);
        questions.Miss(text, question.Offset);
        var instead = $"q-{number}-without-id";
        questions.Claim(text, instead, question.Offset);
        return instead;
    }
}
