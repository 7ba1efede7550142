using Lms.Domain.Courses;
using Lms.Domain.Shared;

namespace Lms.Domain.Certification;

/// <summary>The pack's name for a certification, made as a slug.</summary>
public readonly record struct CertificationCode(string Value)
{
    public override string ToString() => Value;
}

/// <summary>
/// What is asked of a person and for how long it holds (ISO/IEC 17024, 3.2 and 8): defined by the
/// organisation pack. What a person has of it is a <see cref="CertificationPeriod"/>.
/// </summary>
public sealed record Certification
{
    public required CertificationCode Code { get; init; }

    public required LocalText Name { get; init; }

    public required CertificationPath First { get; init; }

    /// <summary>Taken in turn, by the number of the cycle; without any, the first path is.</summary>
    public IReadOnlyList<CertificationPath> Renewals { get; init; } = [];

    public required ValidityRule Validity { get; init; }

    /// <summary>Days before the end when renewal opens and the state is "expiring"; 0 and up.</summary>
    public int Window { get; init; }

    /// <summary>Days after the end in which renewal is still on time; 0 and up.</summary>
    public int Grace { get; init; }

    public LatePolicy Late { get; init; }

    /// <summary>
    /// Whether steps done before the window opens count toward the next cycle: those since the last
    /// completion do. Otherwise they do not.
    /// </summary>
    public bool CountsEarly { get; init; }

    /// <summary>Ids of acts in the pack's register on which it rests.</summary>
    public IReadOnlyList<string> Acts { get; init; } = [];

    /// <summary>Competence and the level (1 to 3) that a holder has shown.</summary>
    public IReadOnlyList<CompetenceGoal> Competences { get; init; } = [];

    /// <summary>Codes of the staff roles it is meant for.</summary>
    public IReadOnlyList<string> StaffRoles { get; init; } = [];

    /// <param name="cycle">1 and up.</param>
    public CertificationPath PathOf(int cycle) =>
        cycle == 1 || Renewals.Count == 0 ? First : Renewals[(cycle - 2) % Renewals.Count];
}

/// <param name="Name">Kept with the period: <c>first</c>, <c>B</c>, <c>C</c> …</param>
public sealed record CertificationPath(string Name, PathNode Node);

/// <summary>From what the end of a period is reckoned. Names are stored as text and never change.</summary>
public enum ValidityBasis
{
    /// <summary>From the completion.</summary>
    Completion,

    /// <summary>From the end before; the completion when there is none or it came too late.</summary>
    Expiry,

    /// <summary>To the same days of the calendar for everyone.</summary>
    Fixed,
}

/// <summary>What is asked of who comes after the grace. Names are stored as text and never change.</summary>
public enum LatePolicy
{
    /// <summary>The renewal path, still.</summary>
    Renewal,

    /// <summary>The first path, from nothing.</summary>
    StartAgain,
}

/// <summary>Months and days. Months come first and clamp at their end.</summary>
public sealed record Term(int Months, int Days)
{
    public static readonly Term None = new(0, 0);

    /// <summary>The first day that is no longer within the term which begins on <paramref name="day"/>.</summary>
    public DateOnly After(DateOnly day, int times = 1) =>
        day.AddMonths(Months * times).AddDays(Days * times);

    /// <summary>
    /// The last day within the term: 12 months from 12 February 2023 end on 11 February 2024.
    /// </summary>
    public DateOnly LastDay(DateOnly from) => After(from).AddDays(-1);
}
