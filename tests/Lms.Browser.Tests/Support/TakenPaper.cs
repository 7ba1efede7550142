using System.Text.Json;

namespace Lms.Browser.Tests.Support;

/// <summary>A paper as it lies in the database, beside the key of its quiz.</summary>
public sealed record TakenPaper(Guid Attempt, IReadOnlyList<TakenQuestion> Questions)
{
    private static readonly JsonSerializerOptions AnyCase = new()
    {
        PropertyNameCaseInsensitive = true,
    };

    public TakenQuestion Find(string id) => Questions.Single(question => question.Id == id);

    public static TakenPaper Read(Guid attempt, string paper, string quiz)
    {
        var key = JsonSerializer
            .Deserialize<Key>(quiz, AnyCase)!
            .Questions.ToDictionary(question => question.Id);
        return new(
            attempt,
            [
                .. JsonSerializer
                    .Deserialize<Laid>(paper, AnyCase)!
                    .Questions.Select(laid => new TakenQuestion(
                        laid.QuestionId,
                        Options(laid, key, isRight: true),
                        Options(laid, key, isRight: false)
                    )),
            ]
        );
    }

    private static string[] Options(
        LaidQuestion laid,
        Dictionary<string, KeyQuestion> key,
        bool isRight
    ) =>
        [
            .. laid
                .Options.Where(option =>
                    key[laid.QuestionId].Options[option.Index].IsRight == isRight
                )
                .Select(option => option.Id),
        ];

    private sealed record Laid(LaidQuestion[] Questions);

    private sealed record LaidQuestion(string QuestionId, LaidOption[] Options);

    private sealed record LaidOption(string Id, int Index);

    private sealed record Key(KeyQuestion[] Questions);

    private sealed record KeyQuestion(string Id, KeyOption[] Options);

    private sealed record KeyOption(bool IsRight);
}

public sealed record TakenQuestion(
    string Id,
    IReadOnlyList<string> Right,
    IReadOnlyList<string> Wrong
);
