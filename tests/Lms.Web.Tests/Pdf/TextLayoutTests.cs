using CsCheck;
using Lms.Web.Pdf;

namespace Lms.Web.Tests.Pdf;

public sealed class TextLayoutTests
{
    private static readonly TextStyle style = new(NotoSans.Regular, 10, new Rgb(0));

    private static readonly Gen<string> anyText = Gen.String[
        Gen.Char["абвгґдеєжзиіїйклмнопрстуфхцчшщьюя’«»—№ABCabc0123456789-/.      "],
        0,
        120
    ];

    [Fact]
    public void A_line_never_exceeds_its_width()
    {
        Gen.Select(anyText, Gen.Double[12, 300])
            .Sample(
                (text, width) =>
                    TextLayout
                        .Wrap(text, style, width)
                        .All(line => style.WidthOf(line.TrimEnd(' ')) <= width)
            );
    }

    [Fact]
    public void Lines_put_together_are_the_text()
    {
        Gen.Select(anyText, Gen.Double[12, 300])
            .Sample(
                (text, width) =>
                    string.Concat(TextLayout.Wrap(text, style, width)) == text.Trim(' ')
            );
    }

    [Fact]
    public void Balanced_lines_are_as_many_and_no_wider()
    {
        Gen.Select(anyText, Gen.Double[60, 300])
            .Sample(
                (text, width) =>
                {
                    var balanced = TextLayout.Balance(text, style, width);
                    return balanced.Count == TextLayout.Wrap(text, style, width).Count
                        && balanced.All(line => style.WidthOf(line.TrimEnd(' ')) <= width);
                }
            );
    }

    [Theory]
    [InlineData("наживо і вдома", "наживо ", "і вдома")]
    [InlineData("усього 30 годин", "усього ", "30 годин")]
    [InlineData("наказ від № 417 року", "наказ від ", "№ 417 року")]
    [InlineData("мова — дім буття", "мова — ", "дім буття")]
    public void A_short_word_goes_with_the_next_and_a_dash_with_the_last(
        string text,
        string first,
        string second
    )
    {
        var width = style.WidthOf(second) + style.WidthOf("і ");

        Assert.Equal([first, second], TextLayout.Wrap(text, style, width));
    }

    [Fact]
    public void An_address_is_cut_at_its_marks()
    {
        var width = style.WidthOf("example.org/ve");

        Assert.Equal(
            ["example.org/", "verify"],
            TextLayout.Wrap("example.org/verify", style, width)
        );
    }

    [Fact]
    public void Line_breaks_and_invisible_characters_become_spaces_or_nothing()
    {
        Assert.Equal("Мар’яна Їжак", TextLayout.Clean("Мар’яна\nЇ\u200bжак\u0000"));
        Assert.Equal("10\u00a0год", TextLayout.Clean("10\u00a0год"));
    }

    [Fact]
    public void A_title_shrinks_before_it_takes_another_line()
    {
        const string Title = "Протидія торгівлі людьми";
        var big = style with { Size = 30 };
        var width = big.WidthOf(Title) * 0.9;

        Assert.Single(TextBlock.Fit(Title, big, width, 1, 24).Lines);
        Assert.Equal(2, TextBlock.Fit(Title, big, width, 1, 29).Lines.Count);
    }
}
