using System.Globalization;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>What was given, beside what is right.</summary>
/// <param name="View">Of the folder Questions.</param>
public abstract record MarkedReply(string View)
{
    /// <param name="source">Whose keys judge.</param>
    /// <param name="words">The same question as the reader reads it.</param>
    public static MarkedReply Of(
        Question source,
        Question words,
        PaperQuestion placed,
        GivenValues given
    ) =>
        (source, words) switch
        {
            (ChoiceQuestion keys, ChoiceQuestion read) => MarkedChoice.Of(
                keys,
                read,
                placed,
                given
            ),
            (ShortText keys, _) => MarkedLines.One(
                given.Typed,
                keys.Earned(placed, given.Values).IsFull,
                Written(keys.Accepted)
            ),
            (Numeric keys, _) => MarkedLines.One(
                given.Typed,
                keys.Earned(placed, given.Values).IsFull,
                string.Join(" / ", keys.Accepted.Select(Words))
            ),
            (Matching keys, Matching read) => MarkedLines.Of(keys, read, placed, given.Values),
            (Ordering keys, Ordering read) => MarkedLines.Of(keys, read, placed, given.Values),
            (Cloze keys, Cloze read) => MarkedLines.Of(keys, read, placed, given.Values),
            (FileUpload, _) => new MarkedFile(given.File),
            _ => new MarkedText(given.Typed),
        };

    /// <summary>Accepted texts that people can read; a pattern is none.</summary>
    internal static string Written(IEnumerable<TextKey> accepted) =>
        string.Join(" / ", accepted.Where(key => !key.IsPattern).Select(key => key.Text));

    private static string Words(NumberRange range) =>
        range.Low == range.High ? Words(range.Low) : $"{Words(range.Low)}–{Words(range.High)}";

    private static string Words(decimal number) => number.ToString(CultureInfo.CurrentCulture);
}

/// <summary>An essay, or a place on a scale.</summary>
public sealed record MarkedText(string Given) : MarkedReply("_MarkedText");

public sealed record MarkedFile(StoredFile? File) : MarkedReply("_MarkedFile");

public sealed record MarkedChoice(IReadOnlyList<MarkedOption> Options)
    : MarkedReply("_MarkedChoice")
{
    internal static MarkedChoice Of(
        ChoiceQuestion keys,
        ChoiceQuestion read,
        PaperQuestion placed,
        GivenValues given
    ) =>
        new([
            .. placed.Options.Select(option =>
            {
                var isChosen = given.Values.Contains(option.Id);
                var shown = read.Options[option.Index];
                return new MarkedOption(
                    new(shown.Html),
                    isChosen,
                    keys.Options[option.Index].IsRight,
                    isChosen && shown.FeedbackHtml is { } html ? new(html) : null
                );
            }),
        ]);
}

public sealed record MarkedOption(
    HtmlString Text,
    bool IsChosen,
    bool IsRight,
    HtmlString? Feedback
);
