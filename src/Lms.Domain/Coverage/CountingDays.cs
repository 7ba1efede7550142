using System.Collections.Frozen;
using Lms.Domain.Shared;

namespace Lms.Domain.Coverage;

/// <summary>On which days a person counts for a rule, wherever that is.</summary>
internal sealed class CountingDays(CoverageRule rule)
{
    private readonly FrozenSet<string> roles = rule.StaffRoles.ToFrozenSet();

    // Asked of everybody: made once.
    private readonly Func<Proof, bool> proves = proof =>
        rule.Certification is { } code
            ? proof.Certification == code
            : rule.Levels.Count > 0 || proof.Certification is not null;

    /// <summary>Joined: what is asked is held, and the person is not away.</summary>
    public IReadOnlyList<DaySpan> Of(CoveragePerson person)
    {
        var days = Proven(person);
        if (days.Count > 0 && roles.Count > 0 && rule.Unit == CoverageUnit.Community)
        {
            days = DaySpans.Both(days, InPosts(person, null));
        }

        return person.Leave.Count == 0
            ? days
            : DaySpans.Except(days, DaySpans.Joined(person.Leave));
    }

    /// <summary>Joined: a post at the institution, or at any, in a role that counts.</summary>
    public IReadOnlyList<DaySpan> InPosts(CoveragePerson person, string? institution) =>
        Joined(
            person.Posts,
            post =>
                (institution is null || post.Institution == institution)
                && (roles.Count == 0 || roles.Contains(post.StaffRole)),
            post => post.Days
        );

    private IReadOnlyList<DaySpan> Proven(CoveragePerson person)
    {
        var days = Joined(person.Proofs, proves, proof => proof.Days);
        if (rule.Levels.Count == 0)
        {
            return days;
        }

        foreach (var (competence, level) in rule.Levels)
        {
            if (days.Count == 0)
            {
                return days;
            }

            days = DaySpans.Both(
                days,
                Joined(
                    person.Proofs,
                    proof => proof.Levels.GetValueOrDefault(competence) >= level,
                    proof => proof.Days
                )
            );
        }

        return days;
    }

    private static IReadOnlyList<DaySpan> Joined<T>(
        IReadOnlyList<T> facts,
        Func<T, bool> counts,
        Func<T, DaySpan> days
    )
    {
        // One fact is the rule: nothing to sort.
        if (facts is [var only])
        {
            return counts(only) && !days(only).IsEmpty ? [days(only)] : [];
        }

        return facts.Count == 0 ? [] : DaySpans.Joined(facts.Where(counts).Select(days));
    }
}
