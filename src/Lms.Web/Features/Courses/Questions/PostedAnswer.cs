using System.Globalization;
using Lms.Domain.Learning;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Courses.Questions;

/// <summary>Reads the fields of a form posted without a script into the values of a question.</summary>
public static class PostedAnswer
{
    public static GivenValues Read(IFormCollection form, Question question, PaperQuestion placed)
    {
        var given = question switch
        {
            Ordering => Order(form, placed),
            Matching or Cloze => new GivenValues(Pairs(form, placed)),
            _ => new GivenValues(Single(form, question.Id)),
        };
        return given with
        {
            Confidence = ConfidenceOf(form[AskedQuestion.ConfidenceField(question.Id)]),
            Fault =
                given.Fault
                ?? (question.Accepts(placed, given.Values) ? null : "courses.quiz.fault.long"),
        };
    }

    public static Confidence? ConfidenceOf(string? word) =>
        word switch
        {
            nameof(Confidence.Sure) => Confidence.Sure,
            nameof(Confidence.Unsure) => Confidence.Unsure,
            _ => null,
        };

    private static IReadOnlyList<string> Single(IFormCollection form, string question) =>
        [.. form[AskedQuestion.FieldOf(question)].Select(Line).Where(IsSomething)];

    private static IReadOnlyList<string> Pairs(IFormCollection form, PaperQuestion placed) =>
        [
            .. placed
                .Options.Select(part =>
                    (part.Id, Value: Line(form[AskedQuestion.FieldOf(placed.QuestionId, part.Id)]))
                )
                .Where(pair => IsSomething(pair.Value))
                .Select(pair => $"{pair.Id}:{pair.Value}"),
        ];

    private static GivenValues Order(IFormCollection form, PaperQuestion placed)
    {
        var places = placed.Options.ToDictionary(
            step => step.Id,
            step => Line(form[AskedQuestion.FieldOf(placed.QuestionId, step.Id)]),
            StringComparer.Ordinal
        );
        if (!places.Values.Any(IsSomething))
        {
            return GivenValues.None;
        }

        var numbers = places.ToDictionary(
            place => place.Key,
            place => int.TryParse(place.Value, CultureInfo.InvariantCulture, out var at) ? at : 0,
            StringComparer.Ordinal
        );
        return numbers.Values.Order().SequenceEqual(Enumerable.Range(1, numbers.Count))
            ? new([.. placed.Options.Select(step => step.Id).OrderBy(id => numbers[id])])
            : new([], Places: places, Fault: "courses.quiz.fault.order");
    }

    // A form says CR LF where the text on the device says LF.
    private static string Line(string? value) =>
        (value ?? "").Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Line(Microsoft.Extensions.Primitives.StringValues values) =>
        Line(values.FirstOrDefault());

    private static bool IsSomething(string value) => !string.IsNullOrWhiteSpace(value);
}
