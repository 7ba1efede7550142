using CsCheck;
using Lms.Web.Search;

namespace Lms.Web.Tests.Search;

/// <summary>What a query may be: anything, within its limits.</summary>
public sealed class SearchQueryTests
{
    [Fact]
    public void Ten_words_are_searched_and_more_is_said_to_be_cut()
    {
        var ten = string.Join(' ', Enumerable.Range(1, 10));
        Assert.False(SearchQuery.Of(ten).IsCut);
        var eleven = SearchQuery.Of(ten + " 11");
        Assert.True(eleven.IsCut);
        Assert.Equal(10, eleven.Words.Count);
        Assert.Empty(eleven.Begun);
    }

    [Fact]
    public void Two_hundred_letters_are_read_and_more_is_said_to_be_cut()
    {
        Assert.False(SearchQuery.Of(new string('а', 200)).IsCut);
        var query = SearchQuery.Of(new string(' ', 200) + "слово");
        Assert.True(query.IsCut);
        Assert.True(query.IsEmpty);
    }

    [Fact]
    public void A_word_typed_twice_is_one() =>
        Assert.Equal(["борг"], SearchQuery.Of("борг БОРГ").Words);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("?!")]
    [InlineData("і що це")]
    [InlineData("\0")]
    [InlineData("\uD83D")]
    [InlineData("<script>")]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"NEAR(\" * ^")]
    public void Nonsense_finds_nothing_and_breaks_nothing(string typed) =>
        Assert.Equal(0, new Library().Lesson("Урок", "текст").Find(typed).Count);

    [Fact]
    public void Whatever_is_typed_over_whatever_is_written_an_excerpt_is_a_piece_of_the_text() =>
        Gen.Select(Gen.String[0, 300], Gen.String[Gen.Char["абвіїґ'’- eoxK1\u0301\uD83D"], 0, 60])
            .Sample(
                (text, typed) =>
                {
                    var lesson = $"{text} {typed} {text}";
                    var written = new Library().Lesson(typed, lesson, heading: text);
                    foreach (var hit in written.Find(typed).Shown)
                    {
                        var shown = string.Concat(hit.Text.Parts.Select(part => part.Text));
                        Assert.Contains(
                            shown.Trim('…'),
                            hit.Document.Passages[0].Text,
                            StringComparison.Ordinal
                        );
                    }
                },
                iter: 2_000
            );

    [Fact]
    public void The_longest_query_over_the_longest_word_takes_no_time()
    {
        var texts = new Library().Lesson(
            "Урок",
            new string('а', 60_000) + " " + new string('-', 60_000)
        );
        var clock = System.Diagnostics.Stopwatch.StartNew();
        texts.Find(new string('а', 200));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(2), clock.Elapsed.ToString());
    }
}
