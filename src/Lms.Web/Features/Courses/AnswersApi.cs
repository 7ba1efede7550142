using Lms.Web.Access;

namespace Lms.Web.Features.Courses;

/// <summary>An answer as a script sends it: the values, and the operation's id made on the device.</summary>
public sealed record AnswerBody(Guid Operation, IReadOnlyList<string>? Values);

public sealed record AnswerSaved(DateTimeOffset SavedAt);

public sealed record AnswerRefused(string Code);

internal static class AnswersApi
{
    private const int MostOptions = 50;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPut("/api/v1/attempts/{attempt:guid}/answers/{question}", SaveAsync);

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

        if (body.Operation == Guid.Empty || body.Values is not { Count: <= MostOptions } values)
        {
            return Results.BadRequest(new AnswerRefused("bad-answer"));
        }

        var given = new GivenAnswer(new(attempt), person, question, values, new(body.Operation));
        return await save.RunAsync(given) switch
        {
            AnswerReceipt.Saved saved => Results.Ok(new AnswerSaved(saved.At)),
            AnswerReceipt.Closed => Results.Conflict(new AnswerRefused("attempt-closed")),
            _ => Results.NotFound(),
        };
    }
}
