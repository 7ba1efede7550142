using System.Security.Cryptography;
using System.Text.Json;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Web.Features.Courses.Questions;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.DataProtection;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>Questions of a draft laid out for their author.</summary>
/// <param name="Marked">Null until they were answered.</param>
public sealed record TriedPaper(
    IReadOnlyList<PaperQuestion> Placed,
    IReadOnlyList<AskedQuestion> Asked,
    IReadOnlyList<MarkedQuestion>? Marked
);

/// <summary>
/// Lays out the questions of a draft and marks what was answered, by the keys of the draft. The paper
/// travels sealed in its form: nothing is stored.
/// </summary>
public sealed class TriedPapers(IDataProtectionProvider protection, IChance chance)
{
    private static readonly Dictionary<string, int> NothingUsed = [];

    private readonly IDataProtector protector = protection.CreateProtector("tried paper");

    /// <summary>Null when nothing is asked.</summary>
    public TriedPaper? New(PublishedActivity activity, string language)
    {
        if (TextOf(activity, language) is not { } text)
        {
            return null;
        }

        var placed = Paper.Of(text.Source, NothingUsed, chance).Questions;
        return new(
            placed,
            [.. placed.Select((one, at) => AskedQuestion.Of(text, one, at + 1, GivenValues.None))],
            null
        );
    }

    public string Seal(TriedPaper paper, string stamp) =>
        protector.Protect(JsonSerializer.Serialize(new SealedPaper(stamp, paper.Placed)));

    /// <summary>Null when the paper is not ours, or of another state of the draft.</summary>
    public TriedPaper? Marked(
        PublishedActivity activity,
        string language,
        string stamp,
        string? sealedPaper,
        IFormCollection form
    )
    {
        if (
            TextOf(activity, language) is not { } text
            || Read(sealedPaper) is not { } paper
            || paper.Stamp != stamp
            || paper.Placed.Any(placed => text.Source.Find(placed.QuestionId) is null)
        )
        {
            return null;
        }

        var given = paper
            .Placed.Select(placed =>
                text.Source.Question(placed.QuestionId) is FileUpload
                    ? GivenValues.None
                    : PostedAnswer.Read(form, text.Source.Question(placed.QuestionId), placed)
            )
            .ToList();
        return new(
            paper.Placed,
            [.. paper.Placed.Select((one, at) => AskedQuestion.Of(text, one, at + 1, given[at]))],
            given.Exists(values => values.Fault is not null)
                ? null
                :
                [
                    .. paper.Placed.Select(
                        (one, at) => MarkedQuestion.Of(text, one, at + 1, given[at])
                    ),
                ]
        );
    }

    private static PaperText? TextOf(PublishedActivity activity, string language) =>
        activity.Quiz is not null ? new PaperText(activity, language)
        : activity.Text.Practice.Count > 0 ? PaperText.OfPractice(activity, language)
        : null;

    private SealedPaper? Read(string? sealedPaper)
    {
        try
        {
            return JsonSerializer.Deserialize<SealedPaper>(protector.Unprotect(sealedPaper ?? ""));
        }
        catch (Exception foreign) when (foreign is CryptographicException or JsonException)
        {
            return null;
        }
    }

    private sealed record SealedPaper(string Stamp, IReadOnlyList<PaperQuestion> Placed);
}
