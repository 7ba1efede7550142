using Lms.Web.Content.Markup;

namespace Lms.Web.Content.Quizzes;

/// <summary>
/// The questions of one course in one language: the ids that are taken, in quizzes, banks and lessons
/// alike, and the competences that a question may name.
/// </summary>
/// <param name="competences">Codes of the pack.</param>
internal sealed class CourseQuestions(IReadOnlyCollection<string> competences)
{
    private readonly Dictionary<string, (string Path, int Line)> places = new(
        StringComparer.Ordinal
    );

    private readonly List<QuestionWithoutId> withoutId = [];

    public IReadOnlyCollection<string> Competences => competences;

    /// <summary>In the order they were read; one that is included twice stands twice.</summary>
    public IReadOnlyList<QuestionWithoutId> WithoutId => withoutId;

    public bool IsTaken(string id) => places.ContainsKey(id);

    public void Miss(MarkupText text, int offset) =>
        withoutId.Add(new(text.File.Path, text.PlaceOf(offset).Line));

    /// <summary>How many questions have an id.</summary>
    public int Count => places.Count;

    /// <summary>Takes the id for a question; one that is taken is reported.</summary>
    public void Claim(MarkupText text, string id, int offset)
    {
        var place = text.PlaceOf(offset);
        if (places.TryAdd(id, (text.File.Path, place.Line)))
        {
            return;
        }

        var (path, line) = places[id];
        if (path == text.File.Path)
        {
            text.Report(MarkupTexts.DuplicateId, offset, id);
        }
        else
        {
            text.Report(QuizTexts.IdTaken, offset, id, $"{path}:{line}");
        }
    }
}

/// <param name="Path">Of its file, relative to the content folder.</param>
/// <param name="Line">Of its heading or fence, from 1.</param>
internal sealed record QuestionWithoutId(string Path, int Line);
