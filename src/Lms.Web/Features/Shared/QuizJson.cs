using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Lms.Domain.Cases;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Quizzes and cases as published versions keep them. What a version once kept is read for ever: a
/// member may be added with a default, and none renamed or taken away.
/// </summary>
public static class QuizJson
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        // Versions of the first release wrote the kind after the id.
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    public static QuizText Keep(Quiz quiz) =>
        new(JsonSerializer.Serialize(new KeptQuiz(quiz.Rules, quiz.Questions, quiz.Draws), Json));

    public static QuizText Keep(IReadOnlyList<Question> questions) =>
        new(JsonSerializer.Serialize(questions, Json));

    public static CaseText Keep(Case published) => new(JsonSerializer.Serialize(published, Json));

    /// <param name="banks">Of the same version and language.</param>
    public static Quiz Read(QuizText quiz, IReadOnlyList<Bank> banks)
    {
        var kept = JsonSerializer.Deserialize<KeptQuiz>(quiz.Json, Json)!;
        var draws = kept.Draws ?? [];
        return new(kept.Rules, kept.Questions)
        {
            Draws = draws,
            Banks = [.. banks.Where(bank => draws.Any(draw => draw.From == bank.Slug))],
        };
    }

    public static IReadOnlyList<Question> ReadQuestions(QuizText questions) =>
        JsonSerializer.Deserialize<IReadOnlyList<Question>>(questions.Json, Json)!;

    public static Case Read(CaseText text) => JsonSerializer.Deserialize<Case>(text.Json, Json)!;

    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(Question))
        {
            type.PolymorphismOptions = new() { TypeDiscriminatorPropertyName = "Kind" };
            foreach (var (kind, question) in Kinds)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new(question, kind.ToString()));
            }
        }

        // The kind is the discriminator; what follows from the kind is not kept.
        foreach (var property in type.Properties.Where(property => property.Set is null).ToList())
        {
            if (typeof(Question).IsAssignableFrom(type.Type) || type.Type == typeof(Gap))
            {
                property.ShouldSerialize = (_, _) => false;
                if (property.Name == nameof(Question.Kind))
                {
                    type.Properties.Remove(property);
                }
            }
        }
    }

    private static readonly Dictionary<QuestionKind, Type> Kinds = new()
    {
        [QuestionKind.Single] = typeof(SingleChoice),
        [QuestionKind.Multiple] = typeof(MultipleChoice),
        [QuestionKind.ShortText] = typeof(ShortText),
        [QuestionKind.Numeric] = typeof(Numeric),
        [QuestionKind.Matching] = typeof(Matching),
        [QuestionKind.Ordering] = typeof(Ordering),
        [QuestionKind.Cloze] = typeof(Cloze),
        [QuestionKind.Essay] = typeof(Essay),
        [QuestionKind.File] = typeof(FileUpload),
        [QuestionKind.Scale] = typeof(Scale),
    };

    private sealed record KeptQuiz(
        QuizRules Rules,
        IReadOnlyList<Question> Questions,
        IReadOnlyList<Draw>? Draws
    );
}
