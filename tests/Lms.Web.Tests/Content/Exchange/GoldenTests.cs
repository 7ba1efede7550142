using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>
/// Whole files, good and bad, beside the bank and the findings that come of them
/// (<c>.bank.md</c>, <c>.findings</c>).
/// </summary>
public sealed class GoldenTests
{
    [Theory]
    [InlineData("forms.gift")]
    [InlineData("wrong.gift")]
    [InlineData("forms.aiken")]
    [InlineData("wrong.aiken")]
    [InlineData("forms.moodlexml")]
    [InlineData("wrong.moodlexml")]
    public void A_file_gives_its_bank_and_its_findings(string name)
    {
        var format = name[(name.LastIndexOf('.') + 1)..];
        var file = ImportFile.Of(name, File.ReadAllBytes(Golden(name)));
        var read = ExchangeFormats.Read(format, file);
        var bank = BankText.New(Path.GetFileNameWithoutExtension(name));
        bank.Add(read.Questions, file);

        Assert.Equal(File.ReadAllText(Golden(name + ".bank.md")), bank.ToString());
        Assert.Equal(
            File.ReadAllLines(Golden(name + ".findings")),
            file.Findings.Select(finding => finding.Print("en"))
        );
    }

    [Theory]
    [InlineData("forms.gift")]
    [InlineData("forms.aiken")]
    [InlineData("forms.moodlexml")]
    public void Reading_a_file_twice_adds_nothing(string name)
    {
        var format = name[(name.LastIndexOf('.') + 1)..];
        var bytes = File.ReadAllBytes(Golden(name));
        var bank = BankText.New(name);
        var first = bank.Add(Importing.Read(format, bytes).Questions, ImportFile.Of(name, bytes));
        var again = ImportFile.Of(name, bytes);
        var grown = BankText.Of(bank.ToString());

        Assert.Equal(0, grown.Add(Importing.Read(format, bytes).Questions, again));
        Assert.Equal(bank.ToString(), grown.ToString());
        Assert.Equal(first, again.Findings.Count(one => one.Code == "import-already-there"));
    }

    private static string Golden(string name) =>
        Repository.File("tests", "Lms.Web.Tests", "Content", "Exchange", "Golden", name);
}
