using Lms.Domain.Shared;

namespace Lms.Domain.Tests.Shared;

public sealed class LocalTextTests
{
    [Theory]
    [InlineData("громада", "community", "uk", "громада")]
    [InlineData("громада", "community", "en", "community")]
    [InlineData("громада", "", "en", "громада")]
    [InlineData("", "community", "uk", "community")]
    [InlineData("", "", "uk", "")]
    [InlineData("", "", "en", "")]
    public void A_text_is_given_in_the_language_asked_for_else_in_the_other(
        string uk,
        string en,
        string language,
        string given
    ) => Assert.Equal(given, new LocalText(uk, en).In(language));

    [Fact]
    public void A_language_the_interface_does_not_have_gets_the_ukrainian_text() =>
        Assert.Equal("громада", new LocalText("громада", "community").In("de"));

    [Fact]
    public void An_empty_text_says_nothing_in_either_language() =>
        Assert.Equal(new LocalText("", ""), LocalText.Empty);
}
