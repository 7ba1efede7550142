using Lms.Domain.Learning;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>An open attempt as its page shows it.</summary>
/// <param name="Number">Of the question asked, from 1, where they come one at a time; else null.</param>
/// <param name="SeenUpTo">Position of the last response shown.</param>
public sealed record PaperView(
    Guid Attempt,
    string Title,
    string TitleLanguage,
    IReadOnlyList<AskedQuestion> Questions,
    int Length,
    int? Number,
    int Answered,
    bool AsksConfidence,
    DateTimeOffset? Deadline,
    DateTimeOffset Now,
    DateTimeOffset? SavedAt,
    long SeenUpTo,
    Guid NextOperation,
    bool AsksToConfirm = false
)
{
    public bool IsLast => Number is null || Number == Length;

    public int Unanswered => Length - Answered;

    public IEnumerable<AskedQuestion> Faulty =>
        Questions.Where(question => question.Given.Fault is not null);

    public static PaperView Of(
        Attempt attempt,
        PaperText text,
        IReadOnlyDictionary<string, StoredFile> files,
        PostedForm typed,
        TimeProvider time
    )
    {
        var placed = attempt.Paper.Questions;
        var asked = attempt.Rules.IsOneAtATime
            ? OneAtATime.Place(attempt.Paper, attempt.Responses.Select(save => save.QuestionId))
            : (int?)null;
        var last = attempt.Responses.MaxBy(response => response.Position);
        return new(
            attempt.Id.Value,
            text.Title,
            text.TitleLanguage,
            [
                .. placed
                    .Index()
                    .Where(one => asked is null || one.Index == asked)
                    .Select(one =>
                    {
                        var id = one.Item.QuestionId;
                        var given =
                            typed.Given.GetValueOrDefault(id) ?? GivenValues.Saved(attempt, id);
                        return AskedQuestion.Of(
                            text,
                            one.Item,
                            one.Index + 1,
                            given with
                            {
                                File = files.GetValueOrDefault(id),
                            }
                        );
                    }),
            ],
            placed.Count,
            asked + 1,
            placed.Count - attempt.Unanswered(),
            attempt.Rules.AsksConfidence,
            attempt.DeadlineAt,
            time.Now(),
            last?.SavedAt,
            last?.Position ?? 0,
            time.NewId()
        );
    }
}
