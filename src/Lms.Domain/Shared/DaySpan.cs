using System.Runtime.InteropServices;

namespace Lms.Domain.Shared;

/// <summary>Business days from one to another, both included.</summary>
/// <param name="Until"><see cref="DateOnly.MaxValue"/> when no end is known.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DaySpan(DateOnly From, DateOnly Until)
{
    public static DaySpan Of(DateOnly from, DateOnly? until) =>
        new(from, until ?? DateOnly.MaxValue);

    public bool IsEmpty => Until < From;

    public bool Has(DateOnly day) => From <= day && day <= Until;

    /// <summary>Those before <paramref name="day"/>; empty when there are none.</summary>
    public DaySpan Before(DateOnly day) =>
        Until < day ? this
        : day == DateOnly.MinValue ? new(DateOnly.MaxValue, DateOnly.MinValue)
        : new(From, day.AddDays(-1));
}
