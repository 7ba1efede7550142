using CsCheck;
using Lms.Domain.Certification;
using Lms.Domain.Shared;
using Scheme = Lms.Domain.Certification.Certification;

namespace Lms.Domain.Tests.Certification;

/// <summary>What befalls a person in five years: random, and in any order.</summary>
internal sealed record CertificationHistory(
    Scheme Scheme,
    IReadOnlyList<StepDone> Steps,
    DateOnly? Due,
    IReadOnlyList<DaySpan> Leave,
    IReadOnlyList<DaySpan> Waivers,
    IReadOnlyList<DaySpan> Suspensions,
    IReadOnlyList<(int Cycle, DateOnly On)> Revocations
)
{
    public static readonly DateOnly Start = new(2023, 1, 15);
    public const int Days = 1800;

    private static readonly Gen<DateOnly> Day = Gen.Int[0, Days - 1].Select(Start.AddDays);

    private static readonly Gen<PathStep> Step = Gen.Int[0, 3]
        .Select(number =>
            number switch
            {
                0 => (PathStep)new PathStep.Course("k1"),
                1 => new PathStep.Course("k2"),
                2 => new PathStep.Case("k3", "farm"),
                _ => new PathStep.Evidence("training"),
            }
        );

    private static readonly Gen<PathNode> Leaf = Step.Select(step =>
        (PathNode)new PathNode.Step(step)
    );

    private static readonly Gen<PathNode> Node = Gen.Select(
        Leaf.Array[1, 3],
        Leaf.Array[1, 3],
        Gen.Int[0, 3],
        Gen.Int[1, 3],
        (some, others, shape, least) =>
            shape switch
            {
                0 => some[0],
                1 => new PathNode.All(some),
                2 => new PathNode.AnyOf(Math.Min(least, some.Length), some),
                _ => (PathNode)
                    new PathNode.All([
                        some[0],
                        new PathNode.AnyOf(Math.Min(least, others.Length), others),
                    ]),
            }
    );

    private static readonly Gen<ValidityRule> Validity = Gen.Select(
            Gen.Int[0, 2],
            Gen.Int[0, 14],
            Gen.Int[1, 40],
            Gen.Int[0, 3],
            Day.Nullable(),
            (basis, months, days, minimum, start) =>
                new ValidityRule((ValidityBasis)basis, new(months, days % 3 == 0 ? 0 : days))
                {
                    FixedBase = start,
                    Minimum = new(minimum, 0),
                }
        )
        .Where(rule => rule.Period != Term.None);

    private static readonly Gen<Scheme> AnyScheme = Gen.Select(
        Node,
        Node.Array[0, 3],
        Validity,
        Gen.Select(Gen.Int[0, 90], Gen.Int[0, 60], Gen.Bool, Gen.Bool),
        (first, renewals, validity, limits) =>
            new Scheme
            {
                Code = new("any"),
                Name = LocalText.Empty,
                First = new("first", first),
                Renewals = [.. renewals.Select((node, at) => new CertificationPath($"{at}", node))],
                Validity = validity,
                Window = limits.Item1,
                Grace = limits.Item2,
                Late = limits.Item3 ? LatePolicy.Renewal : LatePolicy.StartAgain,
                CountsEarly = limits.Item4,
            }
    );

    private static readonly Gen<DaySpan> Span = Gen.Select(
        Day,
        Gen.Int[0, 120],
        (from, length) => new DaySpan(from, from.AddDays(length))
    );

    public static readonly Gen<CertificationHistory> Random = Gen.Select(
        AnyScheme,
        Gen.Select(Step, Day, (step, day) => new StepDone(step, day)).Array[0, 40],
        Day.Nullable(),
        Gen.Select(Span.Array[0, 4], Span.Array[0, 1], Span.Array[0, 2]),
        Gen.Select(Gen.Int[1, 4], Day, (cycle, on) => (cycle, on)).Array[0, 2],
        (scheme, steps, due, spans, revocations) =>
            new CertificationHistory(
                scheme,
                steps,
                due,
                spans.Item1,
                spans.Item2,
                spans.Item3,
                revocations
            )
    );

    public CertificationFacts Known =>
        new()
        {
            FirstDue = Due,
            Leave = Leave,
            Waivers = Waivers,
            Suspensions =
            [
                .. Suspensions.Select(span => new CertificationSuspension
                {
                    Id = default,
                    PersonId = default,
                    Certification = "any",
                    From = span.From,
                    Until = span.Until,
                    Reason = "",
                    RecordedAt = default,
                }),
            ],
        };
}
