using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lms.Web.Content;
using Lms.Web.Content.Blocks.Ids;
using Lms.Web.Content.Blocks.Include;
using Lms.Web.Content.Blocks.Questions;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Terms;

namespace Lms.Web.Tests.Content.Attacks;

/// <summary>A lesson as our renderers write it, before the sanitizer sees it.</summary>
internal static class FirstWall
{
    private const string Path = "01-a.md";

    private static readonly string[] Elements =
        "html head body p br hr h2 h3 h4 h5 h6 ul ol li blockquote pre code em strong a table thead tbody tr th td div aside footer details summary section dl dt dd figure figcaption span sup abbr del img audio video track label input".Split(
            ' '
        );

    private static readonly string[] Attributes =
        "href title rel id class start role tabindex aria-label scope data-gap download src alt width height loading controls preload kind srclang label default type disabled form name value".Split(
            ' '
        );

    private static readonly GlossaryText Words = new(
        "uk",
        "",
        [new("word", [], "term:word", "<p>x</p>", "x")]
    );

    public static string Of(string markdown)
    {
        if (SourceFile.Of(markdown, "courses/a/01-a.md", new Findings()) is not { } file)
        {
            return "";
        }

        var setting = new MarkupSetting("uk", ActRegister.Empty)
        {
            Terms = Words,
            Page = "a",
            Inclusion = new Inclusion(Path),
        };
        var text = MarkupText.OfPage(file, 0, setting, isLesson: true);
        PageBlocks.Give(text);
        Links.Follow(
            text,
            Path,
            new("a", new Dictionary<string, LinkedPage>(), new HashSet<string>())
        );
        PracticeQuestions.Read(text);
        using var writer = new StringWriter();
        MarkupHtml.WriteInto(writer, text);
        return writer.ToString() + TermList.Html(text, TermUses.In([text]));
    }

    /// <summary>Nothing but what is listed here, which is what the pages need.</summary>
    public static void HoldsNothingElse(string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            Assert.Contains(element.LocalName, Elements);
            Assert.All(element.Attributes, one => Assert.Contains(one.Name, Attributes));
        }
    }
}
