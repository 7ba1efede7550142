using Lms.Web.Access;
using Lms.Web.Features.Courses.Questions;

namespace Lms.Web.Features.Courses;

/// <summary>An answer as a script sends it: the values, and the operation's id made on the device.</summary>
/// <param name="Confidence">Sure or Unsure, where the quiz asks.</param>
public sealed record AnswerBody(
    Guid Operation,
    IReadOnlyList<string?>? Values,
    string? Confidence = null
);

/// <param name="DeadlineAt">As it stands now, so that the page learns when it has moved.</param>
public sealed record AnswerSaved(DateTimeOffset SavedAt, DateTimeOffset? DeadlineAt = null);

public sealed record AnswerRefused(string Code);

internal static class AnswersApi
{
    // More than any paper's question has parts.
    private const int MostValues = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPut("/api/v1/attempts/{attempt:guid}/answers/{question}", SaveAsync);
        routes.MapGet("/api/v1/attempts/{attempt:guid}", StateAsync);
    }

    private static async Task<IResult> SaveAsync(
        Guid attempt,
        string question,
        AnswerBody body,
        CurrentViewer current,
        SaveAnswers save
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return Results.NotFound();
        }

        var values = body.Values?.OfType<string>().ToList();
        if (
            body.Operation == Guid.Empty
            || values is not { Count: <= MostValues }
            || values.Count != body.Values!.Count
            || !values.TrueForAll(WellFormed.Is)
        )
        {
            return Results.BadRequest(new AnswerRefused("bad-answer"));
        }

        var given = new GivenAnswer(
            new(attempt),
            person,
            question,
            values,
            new(body.Operation),
            PostedAnswer.ConfidenceOf(body.Confidence)
        );
        return await save.RunAsync(given) switch
        {
            AnswerReceipt.Saved saved => Results.Ok(new AnswerSaved(saved.At, saved.Deadline)),
            AnswerReceipt.Closed => Results.Conflict(new AnswerRefused("attempt-closed")),
            AnswerReceipt.NotAsked => Results.Conflict(new AnswerRefused("question-passed")),
            _ => Results.NotFound(),
        };
    }

    private static async Task<IResult> StateAsync(
        Guid attempt,
        HttpResponse response,
        QuizReads reads
    )
    {
        response.Headers.CacheControl = "no-store";
        return await reads.StateAsync(new(attempt)) is { } state
            ? Results.Ok(state)
            : Results.NotFound();
    }
}
