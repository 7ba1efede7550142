using Lms.Web.Search;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Search;

/// <summary>Which forms of words meet, by two lists that anyone may add a line to.</summary>
public sealed class WordFormTests
{
    public static TheoryData<string, string> Meeting => Pairs("pairs-that-meet.txt");

    public static TheoryData<string, string> Strange => Pairs("pairs-that-do-not-meet.txt");

    [Theory]
    [MemberData(nameof(Meeting))]
    public void Forms_of_one_word_meet(string one, string other) =>
        Assert.True(Meet(one, other), $"{Told(one)} / {Told(other)}");

    [Theory]
    [MemberData(nameof(Strange))]
    public void Different_words_do_not_meet(string one, string other) =>
        Assert.False(Meet(one, other), $"{Told(one)} / {Told(other)}");

    [Fact]
    public void The_lists_are_long_enough_to_say_something()
    {
        Assert.True(Meeting.Count >= 120);
        Assert.True(Strange.Count >= 40);
    }

    private static bool Meet(string one, string other) =>
        Words.StemsOf(one).Intersect(Words.StemsOf(other)).Any();

    private static string Told(string word) => $"{word}: {string.Join(' ', Words.StemsOf(word))}";

    private static TheoryData<string, string> Pairs(string file)
    {
        var pairs = new TheoryData<string, string>();
        foreach (
            var line in File.ReadLines(Repository.File("tests", "Lms.Web.Tests", "Search", file))
        )
        {
            var words = line.Split(' ');
            pairs.Add(words[0], words[1]);
        }

        return pairs;
    }
}
