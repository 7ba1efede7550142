using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Content.Courses;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Quizzes;

internal static class QuizReader
{
    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static ParsedActivity? Read(SourceFile source, ActivityFile file, MarkupSetting setting)
    {
        if (FrontMatter.Read(source) is not { } front)
        {
            return null;
        }

        var fields = front.Fields;
        var title = ParsedActivity.TitleOf(fields, file);
        var minutes = ParsedActivity.MinutesOf(fields);
        var rules = QuizRulesReader.Read(fields);
        var draws = WrittenDraw.Read(fields);
        fields.RefuseTheRest();
        return new ParsedQuiz(file, title, minutes, rules, draws, source, front.BodyStart, setting);
    }
}

internal sealed record ParsedQuiz(
    ActivityFile File,
    string Title,
    int Minutes,
    QuizRules Rules,
    IReadOnlyList<WrittenDraw> Draws,
    SourceFile Source,
    int BodyStart,
    MarkupSetting Setting
) : ParsedActivity(File, Title, Minutes)
{
    // Its questions one by one may be 16 kB; a whole file of such takes longer than two seconds.
    private const int MostBytes = 256 * 1024;

    /// <summary>Nothing links into a quiz.</summary>
    public override IReadOnlySet<string> Anchors => new HashSet<string>();

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    )
    {
        var parsed = this with
        {
            File = file,
            Title = TitleOf(translation.Fields, file),
            Source = translation.File,
            BodyStart = translation.Front.BodyStart,
            Setting = setting,
        };
        translation.Fields.RefuseTheRest();
        return parsed;
    }

    public override ActivityDraft Finish(LinkTargets targets)
    {
        var quiz = new Quiz(Rules, Questions(targets))
        {
            Draws = [.. Draws.Select(written => written.Draw)],
        };
        return new(
            File.Slug,
            File.Kind,
            File.Module,
            Minutes,
            Rules.IsGraded,
            new(Title) { Quiz = quiz }
        );
    }

    private IReadOnlyList<Question> Questions(LinkTargets targets)
    {
        var sheet = new QuestionSheet(Source, BodyStart, Setting);
        if (sheet.IsEmpty && Draws.Count == 0)
        {
            Source.Report(QuizTexts.Empty, BodyStart);
        }

        if (Encoding.UTF8.GetByteCount(Source.Text) > MostBytes)
        {
            var most = (MostBytes / 1024).ToString(CultureInfo.InvariantCulture);
            Source.Report(MarkupTexts.TextTooLong, BodyStart, most);
            return [];
        }

        var drawn = Draws.Sum(written => written.Draw.Count);
        var own = WrittenDraw.MostAsked - drawn;
        return sheet.Read(File.Path, targets, own, QuizTexts.TooManyQuestions);
    }
}
