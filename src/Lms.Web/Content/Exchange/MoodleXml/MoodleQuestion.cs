using System.Globalization;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Content.Exchange.Prose;

namespace Lms.Web.Content.Exchange.MoodleXml;

/// <summary>One question: what all types have, and its answers by its type.</summary>
internal sealed class MoodleQuestion(
    XmlPart part,
    ForeignProse prose,
    QuestionScope scope,
    OnceInFile once
)
{
    private const decimal MostPoints = 100;

    private static readonly string[] Verdicts =
    [
        "correctfeedback",
        "partiallycorrectfeedback",
        "incorrectfeedback",
    ];

    /// <summary>Null, and said, when it cannot be taken.</summary>
    public ImportedQuestion? Read()
    {
        var type = part.Attributes.GetValueOrDefault("type", "");
        var (prompt, answers) = type switch
        {
            "multichoice" => Plain(new MoodleChoice(part, prose, scope, once).Choice()),
            "truefalse" => Plain(new MoodleChoice(part, prose, scope, once).TrueFalse()),
            "shortanswer" => Plain(new MoodleTyped(part, prose, scope).ShortText()),
            "numerical" => Plain(new MoodleTyped(part, prose, scope).Numeric()),
            "matching" or "match" => Plain(new MoodleArranged(part, prose, scope).Matching()),
            "ordering" => Plain(new MoodleArranged(part, prose, scope).Ordering(once)),
            "essay" => Plain(new MoodleEssay(part, prose, scope, once).Read()),
            "cloze" or "multianswer" => new MoodleCloze(part, prose, scope).Read(),
            "gapselect" or "ddwtos" => new MoodleGaps(part, prose, scope).Read(),
            "description" => Refused(MoodleTexts.Description),
            _ => Refused(MoodleTexts.UnknownType, type),
        };
        if (answers is null || scope.IsRefused)
        {
            return null;
        }

        if (prompt.Length == 0)
        {
            scope.Say(ExchangeTexts.WithoutPrompt);
        }

        SayLost();
        return new(scope.Line, prompt, answers)
        {
            Id = QuestionIds.Valid(part.TextOf("idnumber")),
            Title = part.TextOf("name"),
            Tags = [.. part.Find("tags")?.All("tag").Select(tag => tag.Content) ?? []],
            Points = Points(),
            KeepsOrder = answers is ImportedAnswers.Choice && !part.Flag("shuffleanswers", true),
            Explanation = prose.Blocks(part.ForeignOf("generalfeedback", scope), scope),
        };
    }

    private (string Prompt, ImportedAnswers? Answers) Plain(ImportedAnswers? answers) =>
        (prose.Blocks(part.ForeignOf("questiontext", scope), scope), answers);

    private (string Prompt, ImportedAnswers? Answers) Refused(FindingText why, params string[] args)
    {
        scope.Say(why, args);
        return ("", null);
    }

    private decimal Points()
    {
        var written = part.TextOf("defaultgrade");
        if (written.Length == 0)
        {
            return 1;
        }

        if (
            decimal.TryParse(
                written,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var points
            ) && decimal.Round(points, 3) is > 0 and <= MostPoints and var rounded
        )
        {
            return rounded;
        }

        scope.Say(MoodleTexts.Points, written);
        return 1;
    }

    private void SayLost()
    {
        if (part.TextOf("penalty").AsSpan().ContainsAnyInRange('1', '9'))
        {
            once.SayLost("penalty", scope);
        }

        foreach (var verdict in Verdicts.Where(name => part.TextOf(name).Length > 0))
        {
            once.SayLost(verdict, scope);
        }

        if (part.All("hint").Any(hint => hint.Content.Length > 0))
        {
            scope.Say(ExchangeTexts.NotRepresented, "hint");
        }

        if (part.Flag("hidden", false))
        {
            scope.Say(ExchangeTexts.NotRepresented, "hidden");
        }
    }
}
