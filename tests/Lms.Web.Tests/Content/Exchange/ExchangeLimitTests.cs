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
    [InlineData("gift", "~а")]
    [InlineData("gift", "А?{=а ~б ~[html]<b>в</b> ~г}\n\n")]
    [InlineData("moodlexml", "<quiz>")]
    [InlineData("moodlexml", "<quiz a='")]
    [InlineData("moodlexml", "<!DOCTYPE a>")]
    public void A_file_of_the_largest_size_takes_two_seconds_at_most(string format, string piece)
    {
        var pieces = ImportFile.MostBytes / Encoding.UTF8.GetByteCount(piece);
        var bytes = Encoding.UTF8.GetBytes(new StringBuilder().Insert(0, piece, pieces).ToString());
        // The first reading also compiles the code; it is not what is measured.
        ExchangeFuzzTests.Read(format, Encoding.UTF8.GetBytes(piece));
        var time = Stopwatch.StartNew();
        ExchangeFuzzTests.Read(format, bytes);

        Assert.InRange(time.Elapsed, TimeSpan.Zero, Longest);
    }

    [Theory]
    [InlineData("<a/>")]
    [InlineData("<a>")]
    [InlineData("&amp;")]
    [InlineData("&#1090;")]
    [InlineData("<question/>")]
    [InlineData("<question type='essay'><questiontext><text>а</text></questiontext></question>")]
    [InlineData(
        "<question type='essay'><questiontext><text>&lt;p>&lt;b>а&lt;/b>&lt;br>&lt;p></text></questiontext></question>"
    )]
    [InlineData(
        "<question type='cloze'><questiontext><text>{1:SA:=а}{1:SA:{1:</text></questiontext></question>"
    )]
    public void A_quiz_of_the_largest_size_takes_two_seconds_at_most(string piece) =>
        Takes("<quiz>", piece, "</quiz>");

    [Theory]
    [InlineData("<answer fraction='0'><text>&lt;b>а&lt;/b></text></answer>")]
    [InlineData("<tags/>")]
    [InlineData("<questiontext><text>")]
    [InlineData("<file name='a'>AAAA</file>")]
    public void A_question_of_the_largest_size_takes_two_seconds_at_most(string piece) =>
        Takes("<quiz><question type='multichoice'>", piece, "</question></quiz>");

    [Theory]
    [InlineData("{1:SA:")]
    [InlineData("{1:SA:=а~")]
    [InlineData("{1:SA:=а}")]
    [InlineData("{111111")]
    [InlineData("&lt;div>")]
    [InlineData("&lt;b>&lt;p>&lt;/b>")]
    [InlineData("a b='")]
    public void A_text_of_the_largest_size_takes_two_seconds_at_most(string piece)
    {
        const string Start = "<quiz><question type='cloze'><questiontext><text>&lt;p ";
        const string End = "</text></questiontext></question>";
        Takes(Start, piece, End + "</quiz>");

        // The same within the limit of one text, as often as it goes.
        var one = string.Concat(Enumerable.Repeat(piece, 900));
        Takes("<quiz>", Start["<quiz>".Length..] + one + End, "</quiz>");
    }

    [Fact]
    public void Attributes_without_end_take_two_seconds_at_most() => Takes("<quiz ", "a='' ", "/>");

    [Fact]
    public void Entities_of_a_file_are_not_expanded()
    {
        var read = Importing.Read(
            "moodlexml",
            "<?xml version='1.0'?>\n<!DOCTYPE quiz [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<quiz><question type='essay'><questiontext><text>&a;</text></questiontext></question></quiz>"
        );

        Assert.Empty(read.Questions);
        Assert.Equal("moodle-xml-doctype", Assert.Single(read.Findings).Code);
    }

    private static void Takes(string start, string piece, string end)
    {
        var pieces = (ImportFile.MostBytes - 200) / Encoding.UTF8.GetByteCount(piece);
        var text = start + new StringBuilder().Insert(0, piece, pieces) + end;
        var bytes = Encoding.UTF8.GetBytes(text);
        // The first reading also compiles the code; it is not what is measured.
        ExchangeFuzzTests.Read("moodlexml", Encoding.UTF8.GetBytes(start + piece + end));
        var time = Stopwatch.StartNew();
        ExchangeFuzzTests.Read("moodlexml", bytes);

        Assert.InRange(time.Elapsed, TimeSpan.Zero, Longest);
    }
}
