using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Ids;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Blocks.Questions;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

internal static class LessonReader
{
    private static readonly Dictionary<string, LessonEnd> Ends = new()
    {
        ["read"] = LessonEnd.Read,
        ["acknowledge"] = LessonEnd.Acknowledge,
        ["none"] = LessonEnd.None,
    };

    /// <summary>Null, with findings, when the file cannot be read.</summary>
    public static ParsedActivity? Read(
        SourceFile source,
        ActivityFile file,
        MarkupSetting setting,
        CourseSurroundings surroundings
    )
    {
        if (FrontMatter.Read(source) is not { } front)
        {
            return null;
        }

        var fields = front.Fields;
        CompetenceLevels.Read(fields, "competences", surroundings.Competences, 1);
        var text = MarkupText.OfPage(
            source,
            front.BodyStart,
            setting with
            {
                Page = file.Slug,
                Inclusion = Included(source, file),
            },
            isLesson: true
        );
        var lesson = new ParsedLesson(
            file,
            ParsedActivity.TitleOf(fields, file),
            ParsedActivity.MinutesOf(fields),
            fields.Choice("completes", Ends) ?? LessonEnd.Read,
            fields.Texts("outcomes"),
            fields.OptionalText("content-note"),
            text,
            PageBlocks.Give(text)
        );
        fields.RefuseTheRest();
        CheckText(source, front.BodyStart);
        return lesson;
    }

    public static Inclusion Included(SourceFile source, ActivityFile file)
    {
        var page = new Inclusion(file.Path);
        page.TakeBytes(Encoding.UTF8.GetByteCount(source.Text));
        return page;
    }

    public static void CheckText(SourceFile source, int bodyStart)
    {
        if (string.IsNullOrWhiteSpace(source.Text[bodyStart..]))
        {
            source.Report(CourseTexts.EmptyLesson, bodyStart);
        }
    }
}

internal sealed record ParsedLesson(
    ActivityFile File,
    string Title,
    int Minutes,
    LessonEnd End,
    IReadOnlyList<string> Outcomes,
    string? ContentNote,
    MarkupText Text,
    IReadOnlyList<LessonBlock> Blocks
) : ParsedActivity(File, Title, Minutes)
{
    public override IReadOnlySet<string> Anchors => Text.Anchors;

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    )
    {
        var (source, fields) = (translation.File, translation.Fields);
        var bodyStart = translation.Front.BodyStart;
        var inPage = setting with
        {
            Page = file.Slug,
            Inclusion = LessonReader.Included(source, file),
        };
        var text = MarkupText.OfPage(source, bodyStart, inPage, isLesson: true);
        var lesson = this with
        {
            File = file,
            Title = TitleOf(fields, file),
            Outcomes = fields.Texts("outcomes"),
            ContentNote = fields.OptionalText("content-note"),
            Text = text,
            Blocks = PageBlocks.Give(text),
        };
        fields.RefuseTheRest();
        LessonReader.CheckText(source, bodyStart);
        return lesson;
    }

    public override ActivityDraft Finish(LinkTargets targets)
    {
        Links.Follow(Text, File.Path, targets);
        var snippets = Snippet.AllIn(Text).ToList();
        foreach (var snippet in snippets)
        {
            Links.Follow(snippet.Text, snippet.Path, targets);
        }

        var terms = TermUses.In(snippets.Select(snippet => snippet.Text).Prepend(Text));

        var practice = PracticeQuestions.Read(Text);
        var lesson = new LessonText(
            Outcomes,
            ContentNote,
            MarkupHtml.Of(Text) + TermList.Html(Text, terms),
            Text.Sections
        )
        {
            Blocks = PracticeQuestions.Worded(Blocks, practice),
        };
        return new(
            File.Slug,
            File.Kind,
            File.Module,
            Minutes,
            End != LessonEnd.None,
            new(Title) { Lesson = lesson, Practice = practice }
        )
        {
            End = End,
        };
    }
}
