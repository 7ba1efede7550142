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

    public IReadOnlyCollection<string> Competences => competences;

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
