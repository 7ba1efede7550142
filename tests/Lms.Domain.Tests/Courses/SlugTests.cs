using Lms.Domain.Courses;

namespace Lms.Domain.Tests.Courses;

public sealed class SlugTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData("k1-basics")]
    [InlineData("az09-")]
    public void A_slug_is_latin_letters_digits_and_hyphens(string slug) =>
        Assert.True(Slug.IsValid(slug));

    [Theory]
    [InlineData("")]
    [InlineData("K1")]
    [InlineData("к1")]
    [InlineData("a_b")]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("a\n")]
    [InlineData("é")]
    [InlineData("٣")]
    [InlineData("a\u2010b")]
    public void Anything_else_is_none(string slug) => Assert.False(Slug.IsValid(slug));

    [Theory]
    [InlineData(1, true)]
    [InlineData(60, true)]
    [InlineData(61, false)]
    public void A_slug_has_one_to_sixty_letters(int length, bool isValid) =>
        Assert.Equal(isValid, Slug.IsValid(new string('a', length)));

    [Fact]
    public void Of_all_ascii_only_the_documented_letters_are_allowed() =>
        Assert.Equal(
            "-0123456789abcdefghijklmnopqrstuvwxyz",
            string.Concat(
                Enumerable.Range(0, 128).Select(code => ((char)code).ToString()).Where(Slug.IsValid)
            )
        );
}
