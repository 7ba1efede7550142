using System.Globalization;
using Lms.Web.Content.Blocks.Fences;

namespace Lms.Web.Tests.Content.Blocks;

/// <summary>Every example of every block's spec, as it stands beside the block's code.</summary>
public sealed class SpecTests
{
    // Lines of a spec are counted from its example; a lesson has its front matter above.
    private static readonly int LinesAbove = SoundContent.LessonHead.Count(letter =>
        letter == '\n'
    );

    public static TheoryData<string, int> Examples =>
        new(
            BlockSpec.Files.SelectMany(file =>
                BlockSpec.Examples(file).Select((_, index) => (file, index + 1))
            )
        );

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_becomes_what_its_spec_says(string file, int number)
    {
        var example = BlockSpec.Examples(file).ElementAt(number - 1);

        using var content = new ContentFolder();
        var read = content
            .Write("courses/basics/snippets/lines.md", "- **102** — поліція, [допомога](/help)\n")
            .WriteLesson(example.Markdown + "\n")
            .Check();

        var ofLesson = read.Findings.Where(finding => finding.Code != "unused-snippet");
        var found = ofLesson.Select(finding =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{finding.Line - LinesAbove}:{finding.Column} {finding.Code}"
            )
        );
        Assert.Equal(example.Findings, string.Join('\n', found));
        if (!read.HasErrors)
        {
            Assert.Equal(example.Html, read.Html());
        }
    }

    [Fact]
    public void Every_block_has_an_example()
    {
        var all = BlockSpec.Files.SelectMany(BlockSpec.Examples).ToList();

        Assert.All(
            BlockForms.Names,
            name => Assert.Contains(all, one => one.Markdown.Contains($"::: {name}"))
        );
    }
}
