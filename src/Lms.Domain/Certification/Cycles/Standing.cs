namespace Lms.Domain.Certification;

/// <summary>The periods of a person as they stand on a day, by what was known on it.</summary>
/// <param name="Last">Of the highest cycle; null when there is none.</param>
/// <param name="End">The last day of the unbroken run of periods that holds on the day; null when none holds.</param>
/// <param name="IsRevoked">The last period, or one that would hold on the day, was revoked.</param>
internal sealed record Standing(CertificationPeriod? Last, DateOnly? End, bool IsRevoked)
{
    public static Standing On(CertificationFacts facts, DateOnly day)
    {
        CertificationPeriod? last = null;
        var (standing, isRevoked, isLastOut) = (new List<CertificationPeriod>(), false, false);
        foreach (var period in facts.Periods)
        {
            if (period.CompletedOn > day)
            {
                continue;
            }

            var isOut = facts.RevokedOn(period) <= day;
            if (last is null || period.Cycle > last.Cycle)
            {
                (last, isLastOut) = (period, isOut);
            }

            if (!isOut)
            {
                standing.Add(period);
            }
            else if (period.From <= day && day <= period.Until)
            {
                isRevoked = true;
            }
        }

        return new(last, EndOf(standing, day), isRevoked || isLastOut);
    }

    private static DateOnly? EndOf(List<CertificationPeriod> standing, DateOnly day)
    {
        DateOnly? end = null;
        standing.Sort((one, other) => one.From.CompareTo(other.From));
        foreach (var period in standing)
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
