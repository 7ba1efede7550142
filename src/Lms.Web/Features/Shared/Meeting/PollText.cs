using System.Text.Json;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// A poll as the log of a room keeps it: the question with its key, and its parts under random ids,
/// which are all that leaves the server before the results are shown.
/// </summary>
public sealed record PollText(Question Question, PaperQuestion Placed)
{
    private static readonly QuizRules Rules = new();

    /// <summary>What the log keeps of a question that is asked now.</summary>
    public static string Keep(Question question, IChance chance)
    {
        var asked = question with { Points = Points.Whole(1) };
        var paper = Paper.Of(new Quiz(Rules, [asked]), new Dictionary<string, int>(), chance);
        return JsonSerializer.Serialize(
            new Kept(QuizJson.Keep([asked]).Json, paper.Questions[0]),
            JsonSerializerOptions.Web
        );
    }

    public static PollText Read(string json)
    {
        var kept = JsonSerializer.Deserialize<Kept>(json, JsonSerializerOptions.Web)!;
        return new(QuizJson.ReadQuestions(new(kept.Questions))[0], kept.Placed);
    }

    public bool Accepts(IReadOnlyList<string> values) => Question.Accepts(Placed, values);

    /// <summary>Whole points of <paramref name="points"/> that the values earn.</summary>
    public int Earned(int points, IReadOnlyList<string> values)
    {
        var share = Question.Earned(Placed, values);
        return Points.Whole(points).Share(share.Part, share.Whole).Thousandths / 1000;
    }

    /// <summary>What everyone may see of it: never the key.</summary>
    public ShownPoll Shown() =>
        new(Question.Id, Question.Kind, Question.PromptHtml)
        {
            Options =
            [
                .. Placed.Options.Select(option => new ShownPart(option.Id, HtmlOf(option))),
            ],
            Targets =
            [
                .. Placed.Targets.Select(target => new ShownTarget(
                    target.Id,
                    target.Of,
                    HtmlOf(target)
                )),
            ],
            Low = (Question as Scale)?.Low,
            High = (Question as Scale)?.High,
        };

    /// <summary>The values that are right; null where nothing is. The key: once the results are shown.</summary>
    public IReadOnlyList<string>? Right()
    {
        IReadOnlyList<string> right = Question switch
        {
            ChoiceQuestion choice =>
            [
                .. Placed
                    .Options.Where(one => choice.Options[one.Index].IsRight)
                    .Select(one => one.Id),
            ],
            Ordering ordering =>
            [
                .. Placed.Options.OrderBy(one => ordering.PlaceOf(one.Index)).Select(one => one.Id),
            ],
            Matching matching =>
            [
                .. Placed.Options.Select(left =>
                    $"{left.Id}:{Placed.Targets.First(one => one.Index == matching.PartnerOf(left.Index)).Id}"
                ),
            ],
            ShortText typed => [.. typed.Accepted.Select(key => key.Text)],
            Numeric number =>
            [
                .. number.Accepted.Select(one =>
                    one.Low == one.High ? $"{one.Low}" : $"{one.Low}–{one.High}"
                ),
            ],
            _ => [],
        };
        return right.Count == 0 ? null : right;
    }

    private string HtmlOf(PaperOption option) =>
        Question switch
        {
            ChoiceQuestion choice => choice.Options[option.Index].Html,
            Ordering ordering => ordering.StepsHtml[option.Index],
            Matching matching => matching.Pairs[option.Index].LeftHtml,
            _ => "",
        };

    private string HtmlOf(PaperTarget target) =>
        Question switch
        {
            Matching matching => matching.RightHtml(target.Index),
            Cloze cloze => cloze.Gaps[target.Of].OptionsHtml[target.Index],
            _ => "",
        };

    private sealed record Kept(string Questions, PaperQuestion Placed);
}

/// <summary>A poll without its key. A vote gives ids of options, a text, or pairs, as in a quiz.</summary>
public sealed record ShownPoll(string Id, QuestionKind Kind, string Prompt)
{
    public IReadOnlyList<ShownPart> Options { get; init; } = [];

    public IReadOnlyList<ShownTarget> Targets { get; init; } = [];

    public int? Low { get; init; }

    public int? High { get; init; }
}

public sealed record ShownPart(string Id, string Html);

public sealed record ShownTarget(string Id, int Of, string Html);
