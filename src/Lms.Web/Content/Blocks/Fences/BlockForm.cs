using Lms.Domain.Courses;
using Lms.Web.Content.Markup;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Fences;

internal enum TitleUse
{
    None,
    Required,
}

/// <summary>One kind of block: its name in the text, what it demands, and its HTML.</summary>
internal abstract class BlockForm(string name, LessonBlockKind kind)
{
    public string Name => name;

    public LessonBlockKind Kind => kind;

    /// <summary>Whether words follow the name on its line.</summary>
    public virtual TitleUse Title => TitleUse.None;

    /// <summary>Needs a page that keeps something for the learner, or other blocks of the lesson.</summary>
    public virtual bool IsForLessonsAlone => false;

    /// <summary>Part of a live session.</summary>
    public virtual bool IsForSlidesAlone => false;

    /// <summary>Reads its attributes itself; any other block knows the id alone.</summary>
    public virtual bool HasAttributesOfItsOwn => false;

    /// <summary>What stands in it is one question.</summary>
    public virtual bool IsQuestion => false;

    public virtual bool Allows(FenceBlock fence, HeadingBlock heading) => false;

    public virtual void Check(MarkupText text, FenceBlock fence) { }

    public abstract void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting);
}
