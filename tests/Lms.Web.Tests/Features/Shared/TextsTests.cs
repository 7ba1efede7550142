using System.Text.RegularExpressions;
using Lms.Web.Features.Shared;
using Lms.Web.Tests.Support;

namespace Lms.Web.Tests.Features.Shared;

public sealed partial class TextsTests
{
    [Fact]
    public void Both_languages_have_the_same_keys_and_the_same_places()
    {
        Assert.Equal(
            Texts.Keys("uk").Order(StringComparer.Ordinal),
            Texts.Keys("en").Order(StringComparer.Ordinal)
        );
        var wrong = Texts.Keys("uk").Where(key => Places(Texts.Uk[key]) != Places(Texts.En[key]));
        Assert.Equal([], wrong.ToList());
    }

    [Fact]
    public void Every_key_that_code_and_pages_name_exists()
    {
        var named = Sources()
            .SelectMany(file => Key().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups["key"].Value)
            .Distinct();
        var missing = named.Where(key => !Texts.Uk.Has(key) && !Texts.Uk.Has($"{key}.many"));
        Assert.Equal([], missing.ToList());
    }

    [Fact]
    public void Every_plural_has_all_the_forms_its_languages_ask_for()
    {
        string[] forms = ["one", "few", "many", "other"];
        var roots = Texts
            .Keys("uk")
            .Where(key => key.EndsWith(".many", StringComparison.Ordinal))
            .Select(key => key[..^5]);
        Assert.All(
            roots,
            root =>
                Assert.All(
                    forms,
                    form => Assert.True(Texts.Uk.Has($"{root}.{form}"), $"{root}.{form}")
                )
        );
    }

    [Theory]
    [InlineData(1, "1 урок")]
    [InlineData(2, "2 уроки")]
    [InlineData(5, "5 уроків")]
    [InlineData(11, "11 уроків")]
    [InlineData(12, "12 уроків")]
    [InlineData(21, "21 урок")]
    [InlineData(22, "22 уроки")]
    [InlineData(111, "111 уроків")]
    public void Ukrainian_counts_as_people_do(int number, string said) =>
        Assert.Equal(said, Texts.Uk.Count("shared.left.lessons", number));

    [Fact]
    public void A_day_is_said_as_people_say_it()
    {
        Assert.Equal("11 лютого 2027", Texts.Uk.Day(new DateOnly(2027, 2, 11)));
        Assert.Equal("11 February 2027", Texts.En.Day(new DateOnly(2027, 2, 11)));
    }

    private static string Places(string text) =>
        string.Join(
            ',',
            Place()
                .Matches(text)
                .Select(match => match.Value)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    private static IEnumerable<string> Sources() =>
        new[] { "*.cs", "*.cshtml" }
            .SelectMany(pattern =>
                Directory.EnumerateFiles(
                    Repository.File("src", "Lms.Web"),
                    pattern,
                    SearchOption.AllDirectories
                )
            )
            .Where(file =>
                !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/Content/", StringComparison.Ordinal)
            );

    [GeneratedRegex(
        "\"(?<key>(?:shared|courses|home|help|verify|certificates|learn|manage|author|admin|account|error|audits|sessions)\\.[a-z0-9.-]*[a-z0-9])\"",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Key();

    [GeneratedRegex(@"\{\d", RegexOptions.None, 1000)]
    private static partial Regex Place();
}
