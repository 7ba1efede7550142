using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>Blocks of lessons and questions that are otherwise in a later version, by their ids.</summary>
public sealed record ChangedParts(
    IReadOnlyList<ChangedPart> Blocks,
    IReadOnlyList<ChangedPart> Questions
)
{
    /// <param name="activities">Slugs that the author named; empty for all.</param>
    public static ChangedParts Of(
        PublishedCourse from,
        PublishedCourse to,
        IReadOnlyList<string> activities
    )
    {
        var (blocks, questions) = (new List<ChangedPart>(), new List<ChangedPart>());
        foreach (
            var now in to.Activities.Where(one =>
                activities.Count == 0 || activities.Contains(one.Slug)
            )
        )
        {
            var before = from.TryFind(now.Id);
            if (now.Lesson is { } lesson)
            {
                AddLesson(now, before, lesson, blocks, questions);
            }

            if (now.Quiz is { } quiz)
            {
                var known = before?.Quiz is { } old ? Says(old) : [];
                questions.AddRange(
                    Says(quiz)
                        .Where(one => known.GetValueOrDefault(one.Key) != one.Value)
                        .Where(one => IsAsked(quiz.Find(one.Key)))
                        .Select(one => new ChangedPart(now.Id, one.Key))
                );
            }
        }

        return new(blocks, questions);
    }

    private static void AddLesson(
        PublishedActivity now,
        PublishedActivity? before,
        LessonText lesson,
        List<ChangedPart> blocks,
        List<ChangedPart> questions
    )
    {
        var changes = LessonBlocks.Changes(before?.Lesson?.Blocks ?? [], lesson.Blocks);
        var touched = changes.Added.Concat(changes.Changed).ToHashSet(StringComparer.Ordinal);
        var sections = lesson
            .Blocks.Where(block => touched.Contains(block.Id))
            .Select(block => block.Section)
            .ToHashSet(StringComparer.Ordinal);
        var practice = now.Text.Practice.Where(IsAsked).Select(one => one.Id).ToHashSet();
        foreach (var block in lesson.Blocks)
        {
            if (block.Kind == LessonBlockKind.Question)
            {
                // A question stands with the text it asks about.
                if (sections.Contains(block.Section) && practice.Contains(block.Id))
                {
                    questions.Add(new(now.Id, block.Id));
                }
            }
            else if (touched.Contains(block.Id))
            {
                blocks.Add(new(now.Id, block.Id));
            }
        }
    }

    private static Dictionary<string, string> Says(Quiz quiz) =>
        quiz
            .Questions.Concat(quiz.Banks.SelectMany(bank => bank.Questions))
            .DistinctBy(question => question.Id)
            .ToDictionary(question => question.Id, question => QuizJson.Keep([question]).Json);

    // What a trainer would have to mark, or what has no right answer, cannot be answered right here.
    private static bool IsAsked(Question? question) =>
        question is { IsMarkedByRule: true } and not Scale && question.Points.Thousandths > 0;
}
