using System.Globalization;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Fences;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Markdig.Renderers;

namespace Lms.Web.Content.Blocks.Include;

/// <summary>Another text of the course in its place: <c>::: include ../snippets/hotlines.md</c>.</summary>
internal sealed class IncludeForm() : BlockForm("include", LessonBlockKind.Include)
{
    public override TitleUse Title => TitleUse.Required;

    public override bool IsForLessonsAlone => true;

    public override void Check(MarkupText text, FenceBlock fence)
    {
        if (fence.Count > 0)
        {
            text.Report(IncludeTexts.HasBody, fence[0].Span.Start);
        }

        if (fence.Title.Length > 0 && text.Setting.Inclusion is { } here)
        {
            Take(text, fence, here);
        }
    }

    public override void Write(HtmlRenderer renderer, FenceBlock fence, MarkupSetting setting)
    {
        if (Snippet.Of(fence) is { } snippet)
        {
            renderer.Write("<div class=\"include\"").WriteAttributes(fence);
            renderer.WriteLine(">");
            MarkupHtml.WriteInto(renderer.Writer, snippet.Text);
            renderer.WriteLine("</div>");
        }
    }

    private static void Take(MarkupText text, FenceBlock fence, Inclusion here)
    {
        var (snippets, written) = (text.Setting.Snippets, fence.Title);
        if (
            LinkTargets.Resolve(here.Path, written) is not { } path
            || path.Split('/') is not [SnippetFolder.Name, _]
        )
        {
            text.Report(IncludeTexts.NotSnippet, fence.TitleOffset, written);
        }
        else if (here.CycleTo(path) is { } cycle)
        {
            text.Report(IncludeTexts.Cycle, fence.TitleOffset, cycle);
        }
        else if (here.Depth == Inclusion.Deepest)
        {
            text.Report(IncludeTexts.TooDeep, fence.TitleOffset, Number(Inclusion.Deepest));
        }
        else if (!snippets.Has(path))
        {
            var known = snippets.Paths.Select(one => LinkTargets.NameFrom(here.Path, one));
            text.Report(
                IncludeTexts.Broken,
                fence.TitleOffset,
                Nearest.To(written, known),
                [written]
            );
        }
        else if (snippets.Use(path) is { } file)
        {
            Take(text, fence, here.Of(path), file);
        }
    }

    private static void Take(MarkupText text, FenceBlock fence, Inclusion inside, SourceFile file)
    {
        if (!inside.TakeBytes(Encoding.UTF8.GetByteCount(file.Text)))
        {
            const int most = MarkupText.MostBytesOfLesson / 1024;
            text.Report(IncludeTexts.TooLong, fence.TitleOffset, Number(most));
            return;
        }

        var snippet = Snippet.Parse(file, text.Setting with { Inclusion = inside });
        if (!inside.TakeBlocks(snippet.BlockCount))
        {
            const int most = MarkupText.MostBytesOfLesson;
            var number = Number(MarkupText.MostBlocksOf(most));
            text.Report(MarkupTexts.TooManyBlocks, fence.TitleOffset, number);
            return;
        }

        fence.SetData(typeof(Snippet), new Snippet(inside.Path, snippet));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
