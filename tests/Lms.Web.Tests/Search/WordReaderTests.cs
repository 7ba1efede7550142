namespace Lms.Web.Tests.Search;

/// <summary>How a text falls into words, and what makes two spellings one.</summary>
public sealed class WordReaderTests
{
    [Theory]
    [InlineData("зв'язок")]
    [InlineData("зв’язок")]
    [InlineData("звʼязок")]
    [InlineData("зв`язок")]
    [InlineData("зв‘язок")]
    [InlineData("ЗВ’ЯЗОК")]
    [InlineData("звязок")]
    [InlineData("зв\u00AD’язок")]
    [InlineData("зв’я\u0301зок")]
    public void Every_apostrophe_is_the_same(string written) =>
        Assert.Equal(["звязок"], Words.Of(written));

    [Fact]
    public void Quotation_marks_around_a_word_are_no_part_of_it() =>
        Assert.Equal(["згода", "є", "так"], Words.Of("«згода» є, 'так'!"));

    [Fact]
    public void A_letter_in_two_pieces_is_one_letter() =>
        Assert.Equal(["її", "край"], Words.Of("і\u0308і\u0308 краи\u0306"));

    [Fact]
    public void The_letter_with_the_hook_is_the_one_without() =>
        Assert.Equal(Words.Of("грунт"), Words.Of("Ґрунт"));

    [Fact]
    public void A_hyphenated_word_comes_in_parts_and_whole()
    {
        string[] expected = ["соціально", "психологічна", "соціальнопсихологічна", "допомога"];
        Assert.Equal(expected, Words.Of("соціально-психологічна допомога"));
        Assert.Equal(["3739", "vi", "3739vi"], Words.Of("№ 3739-VI"));
        Assert.Equal(["слово", "і", "тире"], Words.Of("слово – і -тире-"));
    }

    [Theory]
    [InlineData("згoда", "згода")]
    [InlineData("eксплуaтaцiя", "експлуатація")]
    [InlineData("рolice", "police")]
    [InlineData("3739-VІ", "3739-VI")]
    [InlineData("K1", "К1")]
    [InlineData("B1", "В1")]
    public void A_look_alike_of_the_other_alphabet_is_read_as_meant(string typed, string meant) =>
        Assert.Equal(Words.Of(meant), Words.Of(typed));

    [Fact]
    public void A_word_of_one_alphabet_stays_in_it()
    {
        Assert.Equal(["cop", "сор", "r01"], Words.Of("cop сор R01"));
        Assert.Equal(["мікроdvд"], Words.Of("мікроDVд"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("!!! … — « » ’’’ --- 💬")]
    public void A_text_without_letters_has_no_words(string text) => Assert.Empty(Words.Of(text));

    [Fact]
    public void A_word_without_end_is_cut()
    {
        var words = Words.Of(new string('ж', 100_000) + "-" + new string('x', 100_000));
        Assert.Equal([60, 60, 60], words.Select(word => word.Length));
    }
}
