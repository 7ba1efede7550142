using Lms.Browser.Tests.Support;
using Lms.Web.Tests.Support;

namespace Lms.Browser.Tests.Start;

/// <summary>Questions from and to other systems, over real files.</summary>
public sealed class QuestionsVerbTests : IDisposable
{
    private readonly ContentCopy content = new();

    private string Bank =>
        Path.Combine(content.Folder, "courses", "k1-basics", "banks", "borrowed.bank.md");

    [Theory]
    [InlineData("forms.gift", 0)]
    [InlineData("wrong.gift", 1)]
    [InlineData("forms.aiken", 0)]
    [InlineData("wrong.aiken", 1)]
    [InlineData("forms.moodlexml", 0)]
    [InlineData("wrong.moodlexml", 1)]
    public async Task Without_a_bank_the_questions_are_printed_and_the_findings_apart(
        string name,
        int code
    )
    {
        var ended = await ImportAsync(name, "--lang", "en");

        Assert.Equal(code, ended.Code);
        Assert.Equal(await File.ReadAllTextAsync(Golden(name + ".bank.md")), ended.Output);
        var findings = await File.ReadAllLinesAsync(Golden(name + ".findings"));
        Assert.All(findings, finding => Assert.Contains(finding, ended.Error));
    }

    [Fact]
    public async Task A_bank_is_made_grows_and_takes_nothing_twice()
    {
        var first = await ImportAsync("forms.gift", "--into", Bank);
        var made = await File.ReadAllTextAsync(Bank);
        var second = await ImportAsync("forms.aiken", "--into", Bank);
        var grown = await File.ReadAllTextAsync(Bank);
        var again = await ImportAsync("forms.aiken", "--bank", Bank);

        Assert.Equal((0, 0, 1), (first.Code, second.Code, again.Code));
        Assert.StartsWith("---\ntitle: \"forms\"\n---\n\n## ", made, StringComparison.Ordinal);
        Assert.StartsWith(made, grown, StringComparison.Ordinal);
        Assert.True(grown.Length > made.Length);
        Assert.Contains("import-already-there", again.Output, StringComparison.Ordinal);
        Assert.Equal(grown, await File.ReadAllTextAsync(Bank));
        Assert.Equal([Bank], Directory.EnumerateFileSystemEntries(Path.GetDirectoryName(Bank)!));
    }

    [Fact]
    public async Task The_good_questions_of_a_bad_file_are_written()
    {
        var ended = await ImportAsync("wrong.gift", "--into", Bank);

        Assert.Equal(1, ended.Code);
        Assert.Contains("Добре запитання.", await File.ReadAllTextAsync(Bank));
    }

    [Theory]
    [InlineData("courses/k1-basics/borrowed.bank.md")]
    [InlineData("courses/k1-basics/banks/borrowed.md")]
    [InlineData("courses/k1-basics/banks/Запозичені.bank.md")]
    [InlineData("courses/no-course/banks/borrowed.bank.md")]
    [InlineData("courses/k1-basics/banks/../../../outside.bank.md")]
    public async Task A_bank_stands_in_the_folder_banks_of_a_course(string path)
    {
        var ended = await ImportAsync("forms.aiken", "--into", Path.Combine(content.Folder, path));

        Assert.Equal(2, ended.Code);
        Assert.False(File.Exists(Path.Combine(content.Folder, path)));
    }

    [Theory]
    [InlineData("questions", "import", "no-such-file", "--format", "gift")]
    [InlineData("questions", "import", "no-such-file")]
    [InlineData("questions", "import", "--format", "gift")]
    [InlineData("questions")]
    public async Task Wrong_use_ends_with_2(params string[] args) =>
        Assert.Equal(2, (await Product.RunAsync(args)).Code);

    [Fact]
    public async Task A_format_that_is_not_known_ends_with_2() =>
        Assert.Equal(
            2,
            (
                await Product.RunAsync(
                    "questions",
                    "import",
                    Golden("forms.gift"),
                    "--format",
                    "qti"
                )
            ).Code
        );

    public void Dispose() => content.Dispose();

    private static Task<Ended> ImportAsync(string name, params string[] args) =>
        Product.RunAsync([
            "questions",
            "import",
            Golden(name),
            "--format",
            Path.GetExtension(name)[1..],
            .. args,
        ]);

    private static string Golden(string name) =>
        Repository.File("tests", "Lms.Web.Tests", "Content", "Exchange", "Golden", name);
}
