using System.Text;
using CsCheck;
using Lms.Web.Content.Exchange;
using Lms.Web.Content.Exchange.Bank;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>Whatever the bytes are, an import ends with findings and not with an exception.</summary>
public sealed class ExchangeFuzzTests
{
    [Theory]
    [InlineData("gift")]
    [InlineData("aiken")]
    [InlineData("moodlexml")]
    public void Random_bytes_never_throw(string format) =>
        Gen.Byte.Array[0, 300].Sample(bytes => Read(format, bytes), iter: 500, threads: 1);

    [Theory]
    [InlineData("forms.gift")]
    [InlineData("wrong.gift")]
    [InlineData("forms.aiken")]
    [InlineData("wrong.aiken")]
    [InlineData("forms.moodlexml")]
    [InlineData("wrong.moodlexml")]
    public void A_spoilt_file_never_throws(string name)
    {
        var text = File.ReadAllText(
            Repository.File("tests", "Lms.Web.Tests", "Content", "Exchange", "Golden", name)
        );
        var spoilt = Gen.Select(
            Gen.Int[0, text.Length - 1],
            Gen.Int[0, 40],
            Gen.Int[0, text.Length - 1],
            (at, length, from) =>
                text[..at]
                + text[from..Math.Min(text.Length, from + length)]
                + text[Math.Min(text.Length, at + (length / 2))..]
        );

        spoilt.Sample(
            changed => Read(Path.GetExtension(name)[1..], Encoding.UTF8.GetBytes(changed)),
            iter: 100,
            threads: 1
        );
    }

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused_by_their_offset()
    {
        byte[] windows1251 = [.. "А?{T}\n\n"u8, 0xcf, 0xf0, 0xe8, 0x3f, .. "{F}"u8];

        var read = Importing.Read("gift", windows1251);

        Assert.Empty(read.Questions);
        var finding = Assert.Single(read.Findings);
        Assert.Equal((3, 1, "import-not-utf-8"), (finding.Line, finding.Column, finding.Code));
        Assert.Contains("8", finding.Args);
    }

    [Fact]
    public void A_file_past_its_limit_is_refused()
    {
        var path = Path.GetTempFileName();
        try
        {
            using (var stream = File.OpenWrite(path))
            {
                stream.SetLength(ImportFile.MostBytes + 1);
            }

            var file = ImportFile.Open(path);

            Assert.Equal("import-file-too-big", Assert.Single(file.Findings).Code);
        }
        finally
        {
            File.Delete(path);
        }
    }

    internal static void Read(string format, byte[] bytes)
    {
        var file = ImportFile.Of("f", bytes);
        var read = ExchangeFormats.Read(format, file);
        BankText.New("т").Add(read.Questions, file);
        foreach (var finding in file.Findings)
        {
            Assert.True(finding is { Line: > 0, Column: > 0 }, finding.ToString());
            Assert.DoesNotContain('\n', finding.Print("en"));
        }
    }
}
