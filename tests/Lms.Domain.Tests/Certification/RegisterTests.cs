using System.Globalization;
using Lms.Domain.Certification;

namespace Lms.Domain.Tests.Certification;

public sealed class RegisterTests
{
    [Theory]
    [InlineData(2026, 412, false, "", "2026-000412")]
    [InlineData(2026, 412, true, "", "DEMO-2026-000412")]
    [InlineData(2026, 412, false, "СО-", "СО-2026-000412")]
    [InlineData(2026, 412, true, "СО-", "DEMO-СО-2026-000412")]
    [InlineData(2027, 1, false, "", "2027-000001")]
    [InlineData(2026, 999_999, false, "", "2026-999999")]
    [InlineData(2026, 1_000_000, false, "", "2026-1000000")]
    public void A_number_is_the_year_and_the_place_in_its_register(
        int year,
        int sequence,
        bool isDemo,
        string prefix,
        string number
    ) => Assert.Equal(number, new RegisterEntry(year, sequence, isDemo).Number(prefix));

    [Theory]
    [InlineData("uk-UA")]
    [InlineData("ar-SA")]
    [InlineData("th-TH")]
    public void A_number_is_the_same_in_every_culture(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        Assert.Equal("2026-000412", new RegisterEntry(2026, 412, IsDemo: false).Number(""));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_first_number_of_a_year_is_one_and_each_is_one_above_the_last(bool isDemo)
    {
        var register = new RegisterYear
        {
            Year = 2027,
            IsDemo = isDemo,
            LastSequence = 0,
        };

        var taken = Enumerable.Range(0, 3).Select(_ => register.Next()).ToList();

        RegisterEntry[] expected =
        [
            new(2027, 1, isDemo),
            new(2027, 2, isDemo),
            new(2027, 3, isDemo),
        ];
        Assert.Equal(expected, taken);
        Assert.Equal(3, register.LastSequence);
    }

    [Fact]
    public void A_register_goes_on_from_the_last_number_it_gave() =>
        Assert.Equal(
            new RegisterEntry(2026, 413, IsDemo: false),
            new RegisterYear
            {
                Year = 2026,
                IsDemo = false,
                LastSequence = 412,
            }.Next()
        );
}
