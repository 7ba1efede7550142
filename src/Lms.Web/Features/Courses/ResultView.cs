using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>A closed attempt as its page shows it, with the keys that the quiz's rule has opened.</summary>
/// <param name="Waiting">Answers that a trainer has still to mark.</param>
/// <param name="IsLast">The last of the learner's attempts, not an older one looked at again.</param>
/// <param name="ReadAgain">Where what was answered wrongly can be read.</param>
public sealed record ResultView(
    Guid Attempt,
    int Number,
    string Title,
    string TitleLanguage,
    Score Score,
    QuizRules Rules,
    ClosedBy ClosedBy,
    int Waiting,
    bool IsLast,
    bool ShowsKeys,
    IReadOnlyList<MarkedQuestion> Questions,
    IReadOnlyList<ReadingLink> ReadAgain
)
{
    public static ResultView Of(
        Attempt attempt,
        PaperText text,
        IReadOnlyDictionary<string, StoredFile> files,
        QuizVisit visit
    )
    {
        var showsKeys = AttemptRules.ShowsKeys(attempt.Rules, visit.HasPassed);
        var marked = attempt
            .Paper.Questions.Index()
            .Select(one =>
                MarkedQuestion.Of(
                    attempt,
                    text,
                    one.Item,
                    one.Index + 1,
                    files.GetValueOrDefault(one.Item.QuestionId)
                )
            )
            .ToList();
        var score = attempt.Score!;
        return new(
            attempt.Id.Value,
            attempt.Number,
            text.Title,
            text.TitleLanguage,
            score,
            attempt.Rules,
            attempt.Result!.ClosedBy,
            WaitingIn(attempt),
            attempt.Number == visit.Closed.Last().Number,
            showsKeys,
            // What a trainer has written is for the learner whatever the rule says of keys.
            showsKeys ? marked : [.. marked.Where(question => question.IsMarkedByTrainer)],
            ReadingLink.Of(marked, showsKeys, visit, text.TitleLanguage)
        );
    }

    private static int WaitingIn(Attempt attempt) =>
        attempt.Rescores.MaxBy(rescore => rescore.Position)?.Waiting ?? attempt.Result!.Waiting;
}

/// <summary>A place to read again.</summary>
/// <param name="Language">Of the words.</param>
public sealed record ReadingLink(string Address, string Words, string Language)
{
    /// <summary>
    /// The links in the explanations of what was not right, where these are shown; without any, the
    /// lessons of the quiz's module, or of the course where that has none.
    /// </summary>
    public static IReadOnlyList<ReadingLink> Of(
        IReadOnlyList<MarkedQuestion> marked,
        bool showsKeys,
        QuizVisit visit,
        string language
    )
    {
        var missed = marked.Where(question => question.IsMissed).ToList();
        if (missed.Count == 0)
        {
            return [];
        }

        var linked = showsKeys
            ? missed
                .SelectMany(question => question.Links)
                .DistinctBy(link => link.Address)
                .ToList()
            : [];
        return linked.Count > 0
            ? linked
            :
            [
                .. LessonsAround(visit)
                    .Select(lesson => new ReadingLink(
                        $"/courses/{visit.Course.Slug}/{lesson.Slug}",
                        lesson.In(language).Title,
                        lesson.In(language).Language
                    )),
            ];
    }

    private static List<PublishedActivity> LessonsAround(QuizVisit visit)
    {
        var all = visit.Course.Activities.Where(one => one.Kind == ActivityKind.Lesson).ToList();
        var near = visit.Activity.Module is { } module
            ? all.FindAll(lesson => lesson.Module == module)
            : [];
        return near.Count > 0 ? near : all;
    }
}
