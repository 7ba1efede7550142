using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Blocks.Questions;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Terms;

namespace Lms.Web.Content.Courses;

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

    /// <summary>Nothing outside its file decides what its page says.</summary>
    public bool StandsAlone =>
        Text.Blocks<FenceBlock>().All(fence => fence.Form is not (IncludeForm or QuestionForm))
        && !Links.LeadToOthers(Text);

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    ) => LessonReader.Translate(translation, file, setting, Minutes, End);

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

/// <summary>
/// A lesson that needed no other text, finished when it was read: the tree of its text is many times
/// larger than its page, and a course has hundreds.
/// </summary>
internal sealed record FinishedLesson(
    ActivityFile File,
    IReadOnlySet<string> PageAnchors,
    ActivityDraft Draft
) : ParsedActivity(File, Draft.Title, Draft.Minutes)
{
    public override IReadOnlySet<string> Anchors => PageAnchors;

    public override ParsedActivity Translate(
        Translation translation,
        ActivityFile file,
        MarkupSetting setting
    ) => LessonReader.Translate(translation, file, setting, Draft.Minutes, Draft.End);

    public override ActivityDraft Finish(LinkTargets targets) => Draft;
}
