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
        fields.RefuseTheRest();
        return new ParsedQuiz(file, title, minutes, rules, source, front.BodyStart, setting);
    }
}

internal sealed record ParsedQuiz(
    ActivityFile File,
    string Title,
    int Minutes,
    QuizRules Rules,
    SourceFile Source,
    int BodyStart,
    MarkupSetting Setting
) : ParsedActivity(File, Title, Minutes)
{
    private const int MostQuestions = 100;

    // Its questions one by one may be 16 kB; a whole file of such takes longer than two seconds.
    private const int MostBytes = 256 * 1024;

    /// <summary>Nothing links into a quiz.</summary>
    public override IReadOnlySet<string> Anchors => new HashSet<string>();

    public override ActivityDraft Finish(LinkTargets targets)
    {
        var cuts = QuestionCuts.Of(Source.Text, BodyStart);
        CheckAround(cuts);
        if (Encoding.UTF8.GetByteCount(Source.Text) > MostBytes)
        {
            var most = (MostBytes / 1024).ToString(CultureInfo.InvariantCulture);
            Source.Report(MarkupTexts.TextTooLong, BodyStart, most);
            cuts = [];
        }

        var questions = new List<Question>();
        foreach (var (start, end) in cuts.Take(MostQuestions))
        {
            var text = MarkupText.Of(Source, start, end, MarkupText.MostBytesOfQuestion, Setting);
            Links.Follow(text, File.Path, targets);
            if (
                WrittenQuestion.UnderHeading(text) is { } written
                && QuestionReader.Read(written) is { } question
            )
            {
                questions.Add(question);
            }
        }

        if (
            Rules.IsGraded
            && questions.Count > 0
            && questions.TrueForAll(question => question.Points == Points.None)
        )
        {
            Source.Report(QuizTexts.NothingToPass, BodyStart);
        }

        var quiz = new Quiz(Rules, questions);
        return new(
            File.Slug,
            File.Kind,
            File.Module,
            Minutes,
            Rules.IsGraded,
            new(Title) { Quiz = quiz }
        );
    }

    private void CheckAround(IReadOnlyList<(int Start, int End)> cuts)
    {
        var before = Source.Text[BodyStart..(cuts.Count == 0 ? Source.Text.Length : cuts[0].Start)];
        if (!string.IsNullOrWhiteSpace(before))
        {
            var blank = before.Length - before.TrimStart().Length;
            Source.Report(QuizTexts.TextOutside, BodyStart + blank);
        }

        if (cuts.Count == 0)
        {
            Source.Report(QuizTexts.Empty, BodyStart);
        }

        if (cuts.Count > MostQuestions)
        {
            var most = MostQuestions.ToString(CultureInfo.InvariantCulture);
            Source.Report(QuizTexts.TooManyQuestions, cuts[MostQuestions].Start, most);
        }
    }
}
