using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>The controls of a question; each kind has a view of its own and a name for the script.</summary>
/// <param name="View">Of the folder Questions.</param>
/// <param name="Hint">Key of the words that say how to answer.</param>
public abstract record AskedReply(string View, string Hint)
{
    public static AskedReply Of(Question question, PaperQuestion placed, GivenValues given) =>
        question switch
        {
            ChoiceQuestion choice => AskedChoice.Of(choice, placed, given.Values),
            ShortText => new AskedText(given.Typed),
            Numeric => new AskedNumber(given.Typed),
            Matching matching => AskedMatching.Of(matching, placed, given.Values),
            Ordering ordering => AskedOrdering.Of(ordering, placed, given),
            Cloze cloze => AskedCloze.Of(cloze, placed, given.Values),
            Essay essay => new AskedEssay(given.Typed, essay.MinWords, Htmls(essay.CriteriaHtml)),
            FileUpload file => new AskedFile(given.File, Htmls(file.CriteriaHtml)),
            Scale scale => new AskedScale(scale.Low, scale.High, given.Typed),
            _ => throw new InvalidOperationException($"{question.Kind} has no controls."),
        };

    private static IReadOnlyList<HtmlString> Htmls(IEnumerable<string> htmls) =>
        [.. htmls.Select(html => new HtmlString(html))];
}

public sealed record AskedText(string Typed) : AskedReply("_Text", "courses.quiz.hint.text");

public sealed record AskedNumber(string Typed) : AskedReply("_Number", "courses.quiz.hint.number");

public sealed record AskedEssay(string Typed, int MinWords, IReadOnlyList<HtmlString> Criteria)
    : AskedReply("_Essay", "courses.quiz.hint.essay");

public sealed record AskedFile(StoredFile? File, IReadOnlyList<HtmlString> Criteria)
    : AskedReply("_File", "courses.quiz.hint.file");

public sealed record AskedScale(int Low, int High, string Chosen)
    : AskedReply("_Scale", "courses.quiz.hint.scale");
