using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Look;

/// <summary>Contrast of the colour tokens, light and dark, by WCAG 2.2 (1.4.3 and 1.4.11).</summary>
public sealed partial class TokenTests
{
    private static readonly string Css = File.ReadAllText(
        Repository.File("src", "Lms.Web", "wwwroot", "css", "site.css")
    );

    public static TheoryData<string> Themes =>
        [":root {", ":root:not([data-theme=light]) {", "html[data-theme=dark] {"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Words_stand_out_from_what_they_are_written_on(string theme)
    {
        var tokens = Tokens(theme);
        (string Words, string Ground)[] pairs =
        [
            ("ink", "paper"),
            ("muted", "paper"),
            ("accent", "paper"),
            ("accent-ink", "accent"),
            ("warm", "paper"),
            ("good", "paper"),
            ("bad", "paper"),
            ("warm", "warm-soft"),
            ("good", "good-soft"),
            ("bad", "bad-soft"),
        ];
        Assert.All(
            pairs,
            pair =>
                Assert.True(
                    Contrast(tokens[pair.Words], tokens[pair.Ground]) >= 4.5,
                    $"{pair} in {theme}"
                )
        );
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void Controls_and_the_focus_ring_are_seen(string theme)
    {
        var tokens = Tokens(theme);
        Assert.All(
            new[] { "control", "focus" },
            name => Assert.True(Contrast(tokens[name], tokens["paper"]) >= 3, $"{name} in {theme}")
        );
    }

    [Fact]
    public void Both_ways_to_the_dark_theme_are_the_same_colours() =>
        Assert.Equal(Tokens(":root:not([data-theme=light]) {"), Tokens("html[data-theme=dark] {"));

    private static Dictionary<string, (double L, double C, double H)> Tokens(string theme)
    {
        var from = Css.IndexOf(theme, StringComparison.Ordinal);
        Assert.True(from >= 0, $"{theme} was not found.");
        var block = Css[from..Css.IndexOf('}', from)];
        return Token()
            .Matches(block)
            .ToDictionary(
                match => match.Groups["name"].Value,
                match => (Number(match, "l") / 100, Number(match, "c"), Number(match, "h"))
            );
    }

    private static double Number(Match match, string group) =>
        double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double Contrast(
        (double L, double C, double H) one,
        (double L, double C, double H) other
    )
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    // OKLCH to linear sRGB (CSS Color 4, 9.3), clipped, to relative luminance.
    private static double Luminance((double L, double C, double H) colour)
    {
        var hue = colour.H * Math.PI / 180;
        var (a, b) = (colour.C * Math.Cos(hue), colour.C * Math.Sin(hue));
        var l = Math.Pow(colour.L + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(colour.L - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(colour.L - (0.0894841775 * a) - (1.2914855480 * b), 3);
        var red = Math.Clamp((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s), 0, 1);
        var green = Math.Clamp((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s), 0, 1);
        var blue = Math.Clamp((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s), 0, 1);
        return (0.2126 * red) + (0.7152 * green) + (0.0722 * blue);
    }

    [GeneratedRegex(
        @"--(?<name>[a-z-]+): oklch\((?<l>[\d.]+)% (?<c>[\d.]+) (?<h>[\d.]+)\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token();
}
