using System.Globalization;
using Lms.Domain.Courses;
using Lms.Domain.Shared;

namespace Lms.Web.Content.Pack;

/// <summary>Days of every year on which the organisation calls people to learn about something.</summary>
public sealed record Campaign
{
    public required string Code { get; init; }

    public required MonthDay From { get; init; }

    /// <summary>The last day; before <see cref="From"/> when it is in the next year.</summary>
    public required MonthDay Until { get; init; }

    /// <summary>Days within it that have names of their own.</summary>
    public IReadOnlyList<NamedDay> Days { get; init; } = [];

    /// <summary>Slugs.</summary>
    public IReadOnlyList<string> Courses { get; init; } = [];

    /// <summary>Codes; empty for everyone.</summary>
    public IReadOnlyList<string> StaffRoles { get; init; } = [];

    public IReadOnlyList<Source> Sources { get; init; } = [];

    /// <summary>Title, banner and page.</summary>
    public required PageTexts Texts { get; init; }

    /// <summary>The days of the season that begins in a year.</summary>
    public DaySpan In(int year) =>
        new(From.In(year), Until.In(Until.IsBefore(From) ? year + 1 : year));

    public bool IsOn(DateOnly day) => In(day.Year).Has(day) || In(day.Year - 1).Has(day);
}

public sealed record NamedDay(MonthDay On, LocalText Name);

/// <summary>A day of every year; never 29 February.</summary>
public sealed record MonthDay(int Month, int Day)
{
    // A common year: it has the days that every year has.
    private const int AnyYear = 2001;

    public DateOnly In(int year) => new(year, Month, Day);

    public bool IsBefore(MonthDay other) => (Month, Day).CompareTo((other.Month, other.Day)) < 0;

    /// <summary>Of <c>07-30</c>; null when that is no day of every year.</summary>
    public static MonthDay? Of(string written) =>
        DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{AnyYear}-{written}"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? new(day.Month, day.Day)
            : null;
}
