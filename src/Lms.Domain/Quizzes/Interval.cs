namespace Lms.Domain.Quizzes;

/// <summary>An estimate with the 95 % interval it lies in; for a share, within 0 to 1.</summary>
public sealed record Interval(double Estimate, double Low, double High)
{
    // The 97.5 % point of the normal distribution.
    private const double Z = 1.959964;

    /// <summary>
    /// A share of <paramref name="count"/> trials (Wilson's score interval, 1927): sound for small
    /// counts and at the ends, where the usual formula is not.
    /// </summary>
    /// <param name="sum">Of the shares, 0 to <paramref name="count"/>.</param>
    /// <param name="count">1 and up.</param>
    public static Interval OfShare(double sum, int count)
    {
        var share = sum / count;
        var square = Z * Z / count;
        var centre = (share + (square / 2)) / (1 + square);
        var half =
            Z * Math.Sqrt((share * (1 - share) / count) + (square / (4 * count))) / (1 + square);
        return new(share, Math.Max(0, centre - half), Math.Min(1, centre + half));
    }

    /// <summary>
    /// Pearson's correlation with the interval of Fisher's transformation. Null under four pairs, or
    /// where one side does not vary: then there is nothing to correlate.
    /// </summary>
    public static Interval? OfCorrelation(IReadOnlyList<(double X, double Y)> pairs)
    {
        if (pairs.Count < 4)
        {
            return null;
        }

        var (meanX, meanY) = (pairs.Average(pair => pair.X), pairs.Average(pair => pair.Y));
        var squaresX = pairs.Sum(pair => (pair.X - meanX) * (pair.X - meanX));
        var squaresY = pairs.Sum(pair => (pair.Y - meanY) * (pair.Y - meanY));
        if (squaresX < 1e-12 || squaresY < 1e-12)
        {
            return null;
        }

        var products = pairs.Sum(pair => (pair.X - meanX) * (pair.Y - meanY));
        var r = Math.Clamp(products / Math.Sqrt(squaresX * squaresY), -0.999999, 0.999999);
        var (z, half) = (Math.Atanh(r), Z / Math.Sqrt(pairs.Count - 3));
        return new(r, Math.Tanh(z - half), Math.Tanh(z + half));
    }
}
