using Lms.Web.Content;
using Lms.Web.Content.Assets;
using Lms.Web.Content.Files;
using Lms.Web.Content.Markup;
using Lms.Web.Content.Pack;

namespace Lms.Web.Tests.Content.Standards;

/// <summary>
/// The examples of CommonMark through our own parser and renderers. What differs is written in
/// <c>commonmark-differences.csv</c> with its reason, and nothing else does.
/// </summary>
public sealed class CommonMarkTests
{
    // A picture is always a file of this site; no example can know it.
    private const string OwnSite = "/own/";

    [Fact]
    public void Every_example_gives_the_html_of_the_specification_or_is_listed()
    {
        var examples = CommonMarkExample.All();
        var listed = Difference.All();
        var wrong = examples
            .Select(example => Verdict(example, listed.GetValueOrDefault(example.Number)))
            .OfType<string>()
            .ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} examples:\n\n{string.Join("\n\n", wrong)}");
        Assert.Equal(652, examples.Count);
    }

    [Fact]
    public void Every_listed_difference_has_its_section_and_a_reason()
    {
        var sections = CommonMarkExample.All().ToDictionary(one => one.Number, one => one.Section);

        Assert.All(
            Difference.All().Values,
            row =>
            {
                Assert.Equal(sections[row.Number], row.Section);
                Assert.NotEmpty(row.Reason);
            }
        );
    }

    /// <summary>Null when the example does as it should.</summary>
    private static string? Verdict(CommonMarkExample example, Difference? listed)
    {
        var (ours, theirs) = (Html(example.Markdown), example.Html);
        var isSame = NormalHtml.Of(ours) == NormalHtml.Of(theirs);
        return isSame && listed is not null ? $"{example.Number} is listed and does not differ"
            : isSame || listed?.IsAll(theirs, ours) == true ? null
            : $"{example.Number} {example.Section}\n{example.Markdown}\n{NormalHtml.Of(theirs)}\nours:\n{NormalHtml.Of(ours)}";
    }

    private static string Html(string markdown)
    {
        var file = SourceFile.Of(markdown, "a.md", new Findings())!;
        var text = MarkupText.OfPage(file, 0, new MarkupSetting("uk", ActRegister.Empty));
        var pages = new Everything<LinkedPage>(path => new(path, new EveryAnchor()));
        var pictures = new Everything<Asset>(path =>
            new(path, path, AssetForm.All["png"], "", null, OwnSite + path)
        );
        var targets = new LinkTargets("a", pages, new HashSet<string>()) { Assets = new(pictures) };
        Links.Follow(text, "a.md", targets);
        return MarkupHtml.Of(text).Replace($"src=\"{OwnSite}", "src=\"");
    }
}
