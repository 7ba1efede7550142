using Lms.Domain.Quizzes;

namespace Lms.Web.Tests.Support.Quizzes;

/// <summary>A question of every kind; <c>mark</c> stands in each place that is a key.</summary>
public static class EveryKind
{
    public static IReadOnlyList<Question> Questions(string mark = "") =>
        [
            new SingleChoice
            {
                Id = "q-single",
                PromptHtml = "<p>Одна відповідь</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Options =
                [
                    new("<p>так воно є</p>", true, $"<p>{mark} відгук</p>"),
                    new("<p>так не буває</p>", false, $"<p>{mark} відгук</p>"),
                    new("<p>інше</p>", false, null),
                ],
            },
            new MultipleChoice
            {
                Id = "q-multiple",
                PromptHtml = "<p>Кілька відповідей</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Options =
                [
                    new("<p>перша</p>", true, $"<p>{mark} відгук</p>"),
                    new("<p>друга</p>", true, null),
                    new("<p>третя</p>", false, null),
                ],
            },
            new ShortText
            {
                Id = "q-short",
                PromptHtml = "<p>Одним словом</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Accepted = [new($"обман{mark}", false), new($"{mark}о+", true)],
            },
            new Numeric
            {
                Id = "q-numeric",
                PromptHtml = "<p>Скільки днів</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Accepted = [new(28417.5m, 28419.25m)],
            },
            new Matching
            {
                Id = "q-matching",
                PromptHtml = "<p>Що до чого</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Pairs =
                [
                    new("<p>дія</p>", "<p>вербування</p>"),
                    new("<p>засіб</p>", "<p>обман</p>"),
                ],
                DistractorsHtml = ["<p>відпочинок</p>"],
            },
            new Ordering
            {
                Id = "q-ordering",
                PromptHtml = "<p>Поставте за порядком</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                StepsHtml = ["<p>спершу</p>", "<p>потім</p>", "<p>насамкінець</p>"],
            },
            new Cloze
            {
                Id = "q-cloze",
                PromptHtml =
                    "<p>Закон від <span class=\"gap\" data-gap=\"0\"></span> року каже про <span class=\"gap\" data-gap=\"1\"></span>.</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                Gaps =
                [
                    new([new($"2011{mark}", false)], [], 0),
                    new([], ["протидію", "сприяння", "статистику"], 0),
                ],
            },
            new Essay
            {
                Id = "q-essay",
                PromptHtml = "<p>Опишіть свої дії</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                MinWords = 5,
                CriteriaHtml = ["<p>названо безпеку</p>"],
            },
            new FileUpload
            {
                Id = "q-file",
                PromptHtml = "<p>Додайте план</p>",
                ExplanationHtml = $"<p>{mark} пояснення</p>",
                CriteriaHtml = ["<p>є три кроки</p>"],
            },
            new Scale
            {
                Id = "q-scale",
                PromptHtml = "<p>Наскільки ви впевнені</p>",
                Points = Lms.Domain.Shared.Points.None,
                Low = 1,
                High = 5,
            },
        ];

    /// <summary>Those that a rule marks.</summary>
    public static IReadOnlyList<Question> ByRule() =>
        [.. Questions().Where(question => question.IsMarkedByRule)];

    /// <summary>A quiz of two questions, where their kind does not matter.</summary>
    public static Quiz Two(QuizRules? rules = null) =>
        new(rules ?? new(), [.. Questions().Take(2)]);

    /// <summary>A quiz that draws all of a bank that holds every kind.</summary>
    public static Quiz Drawn(QuizRules? rules = null, string mark = "") =>
        new(rules ?? new(), [])
        {
            Draws = [new("b", null, Questions().Count)],
            Banks = [new("b", Questions(mark))],
        };

    public static Quiz Quiz(QuizRules? rules = null, string mark = "") =>
        new(rules ?? new(), Questions(mark));
}
