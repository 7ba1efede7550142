using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Microsoft.AspNetCore.Html;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>A question as its page shows it: nothing here tells right from wrong.</summary>
/// <param name="Number">From 1, its place on the paper.</param>
/// <param name="Language">Of the words, which may not be the page's.</param>
/// <param name="Given">What was saved, or typed and not saved.</param>
public sealed record AskedQuestion(
    string Id,
    int Number,
    string Language,
    HtmlString Prompt,
    GivenValues Given,
    AskedReply Reply
)
{
    public bool IsAnswered => Given.Values.Count > 0;

    /// <summary>Name of the form's field.</summary>
    public string Field => FieldOf(Id);

    public string FieldOfPart(string part) => FieldOf(Id, part);

    public static string FieldOf(string question) => $"q-{question}";

    public static string FieldOf(string question, string part) => $"q-{question}.{part}";

    public static string ConfidenceField(string question) => $"sure-{question}";

    public static AskedQuestion Of(
        PaperText text,
        PaperQuestion placed,
        int number,
        GivenValues given
    )
    {
        var (words, language) = text.WordsOf(placed.QuestionId);
        return new(
            placed.QuestionId,
            number,
            language,
            new(words.PromptHtml),
            given,
            AskedReply.Of(words, placed, given)
        );
    }
}

/// <summary>What stands in the controls of a question.</summary>
/// <param name="Places">Of an ordering that is not finished: step → the place typed for it.</param>
/// <param name="Fault">Key of the words that say what is wrong with it; null while nothing is.</param>
public sealed record GivenValues(
    IReadOnlyList<string> Values,
    Confidence? Confidence = null,
    IReadOnlyDictionary<string, string>? Places = null,
    string? Fault = null,
    StoredFile? File = null
)
{
    public static readonly GivenValues None = new([]);

    /// <summary>The one value of a question that is typed.</summary>
    public string Typed => Values is [var first, ..] ? first : "";

    /// <summary>The last answer saved to each question of an attempt.</summary>
    public static GivenValues Saved(Attempt attempt, string question) =>
        attempt
            .Responses.Where(response => response.QuestionId == question)
            .MaxBy(response => response.Position)
            is { } last
            ? new(last.Values, last.Confidence)
            : None;
}
