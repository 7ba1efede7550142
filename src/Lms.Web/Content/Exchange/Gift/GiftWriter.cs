using System.Text;

namespace Lms.Web.Content.Exchange.Gift;

/// <summary>Writes questions as GIFT that Moodle reads, and says what GIFT cannot hold.</summary>
internal static class GiftWriter
{
    /// <summary>Empty, and said, when GIFT has no such question. Ends with an empty line.</summary>
    public static string Write(ImportedQuestion question, QuestionScope scope)
    {
        var text =
            question.Answers is ImportedAnswers.Cloze
                ? GiftCloze.Of(question, scope)
                : GiftProse.Of(question.Prompt) + Braces(question, scope);
        if (text is null || scope.IsRefused)
        {
            return "";
        }

        SayLost(question, scope);
        var to = new StringBuilder();
        AppendComment(to, question);
        if ((question.Title ?? question.Id) is { Length: > 0 } name)
        {
            to.Append("::").Append(GiftProse.Escaped(name)).Append("::");
        }

        return to.Append(text).Append("\n\n").ToString();
    }

    private static string Braces(ImportedQuestion question, QuestionScope scope)
    {
        var lines = GiftAnswerLines.Of(question.Answers, scope);
        return $"{{{lines}{General(question)}}}";
    }

    public static string General(ImportedQuestion question) =>
        question.Explanation.Length == 0 ? "" : $"####{GiftProse.Of(question.Explanation)}";

    private static void AppendComment(StringBuilder to, ImportedQuestion question)
    {
        string[] marks =
        [
            .. question.Id is { } id ? (string[])[$"[id:{id}]"] : [],
            .. question.Tags.Select(tag => $"[tag:{tag}]"),
        ];
        if (marks.Length > 0)
        {
            to.Append("// ").AppendJoin(' ', marks).Append('\n');
        }
    }

    private static void SayLost(ImportedQuestion question, QuestionScope scope)
    {
        if (question.Points != 1)
        {
            scope.Say(ExchangeTexts.NotRepresented, "points");
        }

        if (question.KeepsOrder && question.Answers is ImportedAnswers.Choice)
        {
            scope.Say(ExchangeTexts.NotRepresented, "shuffle=false");
        }

        if (question.Answers is ImportedAnswers.Essay { MinWords: not null })
        {
            scope.Say(ExchangeTexts.NotRepresented, "min-words");
        }

        if (question.Answers is ImportedAnswers.Essay { Criteria.Count: > 0 })
        {
            scope.Say(ExchangeTexts.CriteriaLost);
        }
    }
}
