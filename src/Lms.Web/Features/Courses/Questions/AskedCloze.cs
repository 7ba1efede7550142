using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>The prompt in pieces; after each stands a gap, or nothing after the last.</summary>
public sealed partial record AskedCloze(IReadOnlyList<ClozePiece> Pieces)
    : AskedReply("_Cloze", "courses.quiz.hint.cloze")
{
    internal static AskedCloze Of(
        Cloze question,
        PaperQuestion placed,
        IReadOnlyList<string> values
    )
    {
        var pieces = new List<ClozePiece>();
        var from = 0;
        foreach (Match mark in Mark().Matches(question.PromptHtml))
        {
            var index = int.Parse(mark.Groups["gap"].Value, CultureInfo.InvariantCulture);
            var gap = placed.Options.First(option => option.Index == index);
            pieces.Add(
                new(
                    new(question.PromptHtml[from..mark.Index]),
                    new(
                        gap.Id,
                        index + 1,
                        placed.ValueOf(gap.Id, values) ?? "",
                        question.Gaps[index].IsChosen,
                        [
                            .. placed
                                .Targets.Where(target => target.Of == index)
                                .Select(target => new AskedTarget(
                                    target.Id,
                                    PlainWords.Of(question.Gaps[index].OptionsHtml[target.Index])
                                )),
                        ]
                    )
                )
            );
            from = mark.Index + mark.Length;
        }

        pieces.Add(new(new(question.PromptHtml[from..]), null));
        return new(pieces);
    }

    [GeneratedRegex(
        """<span\b[^>]*\bdata-gap="(?<gap>\d{1,3})"[^>]*>\s*</span>""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    internal static partial Regex Mark();
}

public sealed record ClozePiece(HtmlString Html, AskedGap? Gap);

/// <param name="Number">From 1.</param>
/// <param name="IsChosen">From <paramref name="Options"/>; else it is typed.</param>
public sealed record AskedGap(
    string Id,
    int Number,
    string Given,
    bool IsChosen,
    IReadOnlyList<AskedTarget> Options
);
