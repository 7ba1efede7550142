using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Ids;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
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
    /// <param name="course">The slug.</param>
    public static ParsedActivity? Read(
        SourceFile source,
        ActivityFile file,
        string course,
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
        var minutes = ParsedActivity.MinutesOf(fields);
        var end = fields.Choice("completes", Ends) ?? LessonEnd.Read;
        var lesson = Words(source, front, file, setting, minutes, end);
        if (!lesson.StandsAlone)
        {
            return lesson;
        }

        var alone = LinkTargets.Of(course, file, lesson.Anchors, surroundings.Courses);
        return new FinishedLesson(file, lesson.Anchors, lesson.Finish(alone));
    }

    /// <summary>The same lesson in another language.</summary>
    public static ParsedLesson Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting,
        int minutes,
        LessonEnd end
    ) => Words(translation.File, translation.Front, file, setting, minutes, end);

    private static ParsedLesson Words(
        SourceFile source,
        FrontMatter front,
        ActivityFile file,
        MarkupSetting setting,
        int minutes,
        LessonEnd end
    )
    {
        var inPage = setting with { Page = file.Slug, Inclusion = Included(source, file) };
        var text = MarkupText.OfPage(source, front.BodyStart, inPage, isLesson: true);
        var lesson = new ParsedLesson(
            file,
            ParsedActivity.TitleOf(front.Fields, file),
            minutes,
            end,
            front.Fields.Texts("outcomes"),
            front.Fields.OptionalText("content-note"),
            text,
            PageBlocks.Give(text)
        );
        front.Fields.RefuseTheRest();
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
