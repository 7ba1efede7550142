using System.Globalization;
using Lms.Domain.Courses;

namespace Lms.Domain.Tests.Courses;

public sealed class CourseHoursTests
{
    [Theory]
    [InlineData("5", "1", 30, "0.2")]
    [InlineData("30", "0", 30, "1")]
    [InlineData("1.5", "0", 30, "0.1")]
    [InlineData("4.5", "0", 30, "0.2")]
    [InlineData("7", "0.5", 30, "0.3")]
    [InlineData("10", "0", 30, "0.3")]
    [InlineData("6", "0", 25, "0.2")]
    [InlineData("44.5", "0.5", 30, "1.5")]
    public void Credits_are_hours_by_the_hours_of_a_credit_half_up(
        string self,
        string live,
        int hoursPerCredit,
        string credits
    ) => Assert.Equal(Number(credits), Hours(self, live).Credits(hoursPerCredit));

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1", "0")]
    [InlineData("0.5", "0.5")]
    [InlineData("1.49", "0")]
    public void A_course_of_less_than_a_tenth_of_a_credit_states_its_hours_alone(
        string self,
        string live
    ) => Assert.Null(Hours(self, live).Credits(30));

    [Fact]
    public void The_hours_of_a_course_are_those_alone_and_those_live() =>
        Assert.Equal(6.5m, new CourseHours(5, 1.5m).Total);

    private static CourseHours Hours(string self, string live) => new(Number(self), Number(live));

    private static decimal Number(string written) =>
        decimal.Parse(written, CultureInfo.InvariantCulture);
}
