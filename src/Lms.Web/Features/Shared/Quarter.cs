using System.Globalization;
using System.Runtime.InteropServices;

namespace Lms.Web.Features.Shared;

/// <summary>Three months of a year.</summary>
/// <param name="Number">1 to 4.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Quarter(int Year, int Number)
{
    private const int Months = 3;

    public DateOnly From => new(Year, ((Number - 1) * Months) + 1, 1);

    /// <summary>Included.</summary>
    public DateOnly Until => From.AddMonths(Months).AddDays(-1);

    public Quarter Before => Of(From.AddDays(-1));

    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / Months) + 1);

    /// <summary>Of «2026-3»; null when it is none.</summary>
    public static Quarter? Read(string? written) =>
        written?.Split('-') is [var year, var number]
        && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
        && y is >= 2000 and <= 2999
        && n is >= 1 and <= 4
            ? new(y, n)
            : null;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");
}
