namespace Lms.Domain.Certification;

/// <summary>
/// The last number taken in a year's register; raised inside the issuing transaction, so that
/// numbers have no gaps and no twins.
/// </summary>
public sealed class RegisterYear
{
    public required int Year { get; init; }

    public required bool IsDemo { get; init; }

    public required int LastSequence { get; set; }

    public RegisterEntry Next() => new(Year, ++LastSequence, IsDemo);
}
