using Lms.Domain.Quizzes;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Quizzes;

/// <summary>A bank: front matter with a title, then questions as in a quiz.</summary>
internal static class BankReader
{
    /// <summary>The limit that docs/authoring.md names.</summary>
    public const int MostQuestions = 5_000;

    private static readonly IReadOnlyDictionary<string, IReadOnlyList<Question>> Untranslated =
        new Dictionary<string, IReadOnlyList<Question>>();

    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static BankDraft? Read(
        CourseFolder folder,
        BankFile file,
        MarkupSetting setting,
        LinkTargets targets
    ) =>
        folder.Open(file.Path) is { } source
        && Questions(source, file.Path, setting, targets) is { } questions
            ? new(file.Slug, questions, Untranslated)
            : null;

    /// <param name="path">Within the course folder.</param>
    public static IReadOnlyList<Question>? Questions(
        SourceFile source,
        string path,
        MarkupSetting setting,
        LinkTargets targets
    )
    {
        return FrontMatter.Read(source) is { } front
            ? Questions(source, front, path, setting, targets)
            : null;
    }

    public static IReadOnlyList<Question> Questions(
        SourceFile source,
        FrontMatter front,
        string path,
        MarkupSetting setting,
        LinkTargets targets
    )
    {
        front.Fields.Text("title");
        front.Fields.RefuseTheRest();
        var sheet = new QuestionSheet(source, front.BodyStart, setting);
        if (sheet.IsEmpty)
        {
            source.Report(DrawTexts.EmptyBank, front.BodyStart);
        }

        return sheet.Read(path, targets, MostQuestions, DrawTexts.BankTooBig);
    }
}
