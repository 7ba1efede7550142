using AngleSharp.Html.Parser;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

public enum Verdict
{
    Right,
    Partly,
    Wrong,

    /// <summary>A trainer has not marked it yet.</summary>
    Waiting,

    /// <summary>Nothing is asked that could be right.</summary>
    None,
}

/// <summary>A question after the attempt. Whether its keys may be shown is for the caller to say.</summary>
/// <param name="Remark">A trainer's words; null without any.</param>
public sealed record MarkedQuestion(
    int Number,
    string Language,
    HtmlString Prompt,
    Verdict Verdict,
    Points Earned,
    Points Possible,
    bool IsMarkedByTrainer,
    MarkedReply Reply,
    Confidence? Confidence,
    HtmlString? Explanation,
    string? Remark
)
{
    private static readonly HtmlParser Parser = new();

    public bool IsMissed => Verdict is Verdict.Partly or Verdict.Wrong;

    /// <summary>Places in the product that the explanation names.</summary>
    public IEnumerable<ReadingLink> Links =>
        Explanation?.Value is { } html && html.Contains("href=\"/", StringComparison.Ordinal)
            ? Parser
                .ParseDocument(html)
                .QuerySelectorAll("a[href^='/courses/']")
                .Select(link => new ReadingLink(
                    link.GetAttribute("href")!,
                    link.TextContent.Trim(),
                    Language
                ))
                .Where(link => link.Words.Length > 0)
            : [];

    public static MarkedQuestion Of(
        Attempt attempt,
        PaperText text,
        PaperQuestion placed,
        int number,
        StoredFile? file
    )
    {
        var given = GivenValues.Saved(attempt, placed.QuestionId) with { File = file };
        var mark = attempt
            .Marks.Where(one => one.QuestionId == placed.QuestionId)
            .MaxBy(one => one.Position);
        return Of(text, placed, number, given, mark);
    }

    /// <param name="mark">A trainer's; null where a rule marks.</param>
    public static MarkedQuestion Of(
        PaperText text,
        PaperQuestion placed,
        int number,
        GivenValues given,
        Mark? mark = null
    )
    {
        var source = text.Source.Question(placed.QuestionId);
        var (words, language) = text.WordsOf(placed.QuestionId);
        var earned = source.IsMarkedByRule
            ? Grading.Earned(source, placed, given.Values)
            : mark?.Points ?? Points.None;
        return new(
            number,
            language,
            words is Cloze
                ? new(AskedCloze.Mark().Replace(words.PromptHtml, "____"))
                : new(words.PromptHtml),
            VerdictOf(source, given, mark, earned),
            earned,
            source.Points,
            !source.IsMarkedByRule,
            MarkedReply.Of(source, words, placed, given),
            given.Confidence,
            words.ExplanationHtml is { } html ? new(html) : null,
            mark?.Remark is { Length: > 0 } remark ? remark : null
        );
    }

    private static Verdict VerdictOf(
        Question question,
        GivenValues given,
        Mark? mark,
        Points earned
    ) =>
        question is Scale || question.Points == Points.None ? Verdict.None
        : !question.IsMarkedByRule && mark is null && given.Values.Count > 0 ? Verdict.Waiting
        : earned == question.Points ? Verdict.Right
        : earned > Points.None ? Verdict.Partly
        : Verdict.Wrong;
}
