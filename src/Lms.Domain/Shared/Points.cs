namespace Lms.Domain.Shared;

/// <summary>
/// A score in integer thousandths of a point, so that shares of a question add up exactly.
/// Never negative. Percent exist only on a screen.
/// </summary>
public readonly record struct Points(int Thousandths) : IComparable<Points>
{
    public static readonly Points None = new(0);

    public static Points Whole(int points) => new(checked(points * 1000));

    /// <summary>
    /// <paramref name="part"/> of <paramref name="whole"/> parts of these points, rounded half up;
    /// nothing when <paramref name="part"/> is not above zero, everything at most.
    /// </summary>
    public Points Share(int part, int whole)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(whole, 1);
        var clamped = Math.Clamp(part, 0, whole);
        return new((int)(((2L * Thousandths * clamped) + whole) / (2L * whole)));
    }

    public static Points operator +(Points left, Points right) =>
        new(checked(left.Thousandths + right.Thousandths));

    public static Points Add(Points left, Points right) => left + right;

    public int CompareTo(Points other) => Thousandths.CompareTo(other.Thousandths);

    public static bool operator <(Points left, Points right) => left.CompareTo(right) < 0;

    public static bool operator >(Points left, Points right) => left.CompareTo(right) > 0;

    public static bool operator <=(Points left, Points right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Points left, Points right) => left.CompareTo(right) >= 0;

    /// <summary>Whole percent of <paramref name="possible"/>, rounded down: 79.9 is never shown as 80.</summary>
    public int PercentOf(Points possible) =>
        possible.Thousandths == 0 ? 0 : (int)(100L * Thousandths / possible.Thousandths);
}
