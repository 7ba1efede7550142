using System.Globalization;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Courses;

/// <summary>The answers of a form posted without a script.</summary>
/// <param name="Given">By question; only those the form has.</param>
/// <param name="SeenUpTo">Position of the last response that the page knew of.</param>
public sealed record PostedForm(IReadOnlyDictionary<string, GivenValues> Given, long SeenUpTo)
{
    public static readonly PostedForm Empty = new(new Dictionary<string, GivenValues>(), 0);

    public bool HasFaults => Given.Values.Any(given => given.Fault is not null);
}

/// <summary>
/// Reads and saves such forms: only what was changed on this page, so that the same form sent twice
/// saves once and a page left behind does not undo what another one saved.
/// </summary>
public sealed class QuizForms(
    OpenPapers papers,
    QuizReads reads,
    SaveAnswers save,
    TimeProvider time
)
{
    public async Task<PostedForm> ReadAsync(Attempt open, IFormCollection form)
    {
        var quiz = (await papers.FindAsync(open.Id))!.Quiz;
        var asked = form["asked"].OfType<string>().ToHashSet(StringComparer.Ordinal);
        return new(
            open.Paper.Questions.Where(placed => asked.Contains(placed.QuestionId))
                .Where(placed => quiz.Question(placed.QuestionId) is not FileUpload)
                .ToDictionary(
                    placed => placed.QuestionId,
                    placed => PostedAnswer.Read(form, quiz.Question(placed.QuestionId), placed),
                    StringComparer.Ordinal
                ),
            long.TryParse(form["seen"], CultureInfo.InvariantCulture, out var seen) ? seen : 0
        );
    }

    public async Task SaveAsync(Attempt open, PersonId person, PostedForm form)
    {
        var attempt = (await reads.WholeAsync(open.Id))!;
        foreach (var (question, given) in form.Given.Where(one => one.Value.Fault is null))
        {
            var saves = attempt.Responses.Where(response => response.QuestionId == question);
            var shown = saves.Where(response => response.Position <= form.SeenUpTo);
            if (IsSame(given, Last(shown)) || IsSame(given, Last(saves)))
            {
                continue;
            }

            await save.RunAsync(
                new(
                    open.Id,
                    person,
                    question,
                    given.Values,
                    new(time.NewId()),
                    attempt.Rules.AsksConfidence ? given.Confidence : null
                )
            );
        }
    }

    private static Response? Last(IEnumerable<Response> saves) =>
        saves.MaxBy(response => response.Position);

    private static bool IsSame(GivenValues given, Response? saved) =>
        given.Confidence == saved?.Confidence && given.Values.SequenceEqual(saved?.Values ?? []);
}
