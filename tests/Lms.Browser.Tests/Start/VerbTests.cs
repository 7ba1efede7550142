using System.Text.RegularExpressions;
using Lms.Browser.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>The command line: what it says, and the exit codes that scripts rest on.</summary>
public sealed partial class VerbTests
{
    [Theory]
    [InlineData]
    [InlineData("serve")]
    [InlineData("check")]
    [InlineData("publish")]
    [InlineData("admin")]
    [InlineData("admin", "create")]
    [InlineData("people")]
    [InlineData("people", "import")]
    [InlineData("questions")]
    [InlineData("questions", "import")]
    [InlineData("endpoints")]
    public async Task Help_of_every_verb_ends_with_0(params string[] verb)
    {
        var ended = await Product.RunAsync([.. verb, "--help"]);

        Assert.Equal(0, ended.Code);
        Assert.Contains(string.Join(' ', ["lms", .. verb]), ended.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_verb_ends_with_2_and_names_it()
    {
        var ended = await Product.RunAsync("destroy");

        Assert.Equal(2, ended.Code);
        Assert.Contains("destroy", ended.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_of_a_broken_course_says_where_and_ends_with_1()
    {
        using var content = new ContentCopy();
        var line = content.BreakTheQuiz();
        var ended = await Product.RunAsync("check", content.Folder);

        Assert.Equal(1, ended.Code);
        var finding = Place().Match(ended.Output);
        Assert.True(finding.Success, ended.Words);
        Assert.Equal(ContentCopy.QuizFile, finding.Groups["path"].Value);
        // The question's heading or one of its options.
        Assert.InRange(int.Parse(finding.Groups["line"].Value), line - 10, line + 5);
    }

    [Fact]
    public async Task Check_of_the_real_content_ends_with_0()
    {
        using var content = new ContentCopy();
        var ended = await Product.RunAsync("check", content.Folder);

        Assert.Equal(0, ended.Code);
        Assert.Contains("errors 0", ended.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^(?<path>[^:\n]+):(?<line>[1-9][0-9]*):(?<column>[1-9][0-9]*): error (?<code>[a-z0-9-]+) .+$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Place();
}
