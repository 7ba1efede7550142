namespace Lms.Domain.Certification;

/// <summary>The periods of a person as they stand on a day, by what was known on it.</summary>
/// <param name="Last">Of the highest cycle; null when there is none.</param>
/// <param name="End">The last day of the unbroken run of periods that holds on the day; null when none holds.</param>
/// <param name="IsRevoked">The last period, or one that would hold on the day, was revoked.</param>
internal sealed record Standing(CertificationPeriod? Last, DateOnly? End, bool IsRevoked)
{
    public static Standing On(CertificationFacts facts, DateOnly day)
    {
        var known = facts.Periods.Where(period => period.CompletedOn <= day).ToList();
        var last = known.MaxBy(period => period.Cycle);
        var standing = known.Where(period => !IsOut(period)).ToList();
        var isRevoked =
            last is not null && IsOut(last)
            || known.Exists(one => IsOut(one) && one.From <= day && day <= one.Until);
        return new(last, EndOf(standing, day), isRevoked);

        bool IsOut(CertificationPeriod period) => facts.RevokedOn(period) <= day;
    }

    private static DateOnly? EndOf(List<CertificationPeriod> standing, DateOnly day)
    {
        DateOnly? end = null;
        foreach (var period in standing.OrderBy(period => period.From))
        {
            var reached = end is { } until ? until.AddDays(1) : day;
            if (period.From <= reached && period.Until >= day && !(period.Until <= end))
            {
                end = period.Until;
            }
        }

        return end;
    }
}
