using System.Diagnostics;
using System.Text;
using Lms.Web.Content.Exchange;

namespace Lms.Web.Tests.Content.Exchange;

/// <summary>The largest files, made of what could take longest.</summary>
[Collection("alone")]
public sealed class ExchangeLimitTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("gift", "А?{T}\n\n")]
    [InlineData("gift", "{")]
    [InlineData("gift", "~=")]
    [InlineData("gift", "А?{~%50%")]
    [InlineData("gift", "А?{~а ~б #в\n\n")]
    [InlineData("gift", "[html]<div><b><p>")]
    [InlineData("gift", "[markdown][а](")]
    [InlineData("gift", "А?{=[html]<div><div><b><p>}\n\n")]
    [InlineData("gift", "А?{=[html]<a a b c d e f>}\n\n")]
    [InlineData("gift", "А?{=[markdown]> > > * * * *[а](}\n\n")]
    [InlineData("gift", "\\")]
    [InlineData("gift", "::")]
    [InlineData("gift", "// [id:\n")]
    [InlineData("aiken", "A) а\n")]
    [InlineData("aiken", "A)а\n")]
    [InlineData("aiken", "П\nA) а\nB) б\nANSWER: A\n")]
    [InlineData("aiken", "а\n\n")]
    [InlineData("aiken", "ANSWER: ")]
    public void A_file_of_8_MB_takes_two_seconds_at_most(string format, string piece)
    {
        var pieces = ImportFile.MostBytes / Encoding.UTF8.GetByteCount(piece);
        var bytes = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, piece, pieces).ToString());
        // The first reading also compiles the code; it is not what is measured.
        ExchangeFuzzTests.Read(format, Encoding.UTF8.GetBytes(piece));
        var time = Stopwatch.StartNew();
        ExchangeFuzzTests.Read(format, bytes);

        Assert.InRange(time.Elapsed, TimeSpan.Zero, Longest);
    }
}
