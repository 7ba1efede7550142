using CsCheck;
using Lms.Domain.Courses;
using Lms.Domain.Learning;

namespace Lms.Domain.Tests.Learning;

/// <summary>A course through random versions, and a learner somewhere in it.</summary>
internal sealed record AnyHistory(
    IReadOnlyList<AnyHistory.Published> Versions,
    int On,
    LearnerFacts Facts
)
{
    private const int MostActivities = 8;

    private static readonly Gen<Published> Version = Gen.Select(
        Gen.Bool.Array[MostActivities],
        Gen.Bool.Array[MostActivities],
        (has, counts) =>
            new Published([
                .. Enumerable
                    .Range(0, MostActivities)
                    .Where(index => has[index])
                    .Select(index => new Step(
                        ActivityOf(index),
                        (ActivityKind)(index % 3),
                        counts[index]
                    )),
            ])
    );

    public static readonly Gen<AnyHistory> Random = Gen.Select(
        Version.Array[1, 6],
        Gen.Int[0, 5],
        Gen.Bool.Array[MostActivities],
        Gen.Int[0, 9],
        Of
    );

    public VersionOutline Stands => Outlines[On];

    public IReadOnlyList<VersionOutline> Outlines { get; } =
    [.. Versions.Select((version, index) => version.Outline(index + 1))];

    public CourseProgress ProgressOn(VersionOutline version) =>
        CourseProgress.Of(Versions[version.Number - 1].Steps, Facts.Work);

    private static AnyHistory Of(Published[] versions, int on, bool[] done, int luck)
    {
        on = Math.Min(on, versions.Length - 1);
        var work = versions[on].Steps.Where((_, index) => done[index]).Select(s => s.Activity);
        return new(
            versions,
            on,
            new(work.ToHashSet(), HasOpenAttempt: luck == 0, HasOpenRun: luck == 1, luck == 2)
        );
    }

    private static ActivityId ActivityOf(int index) => new(new Guid(index + 1, 0, 0, new byte[8]));

    internal sealed record Published(IReadOnlyList<Step> Steps)
    {
        public VersionOutline Outline(int number) =>
            new(
                new(new Guid(number, 1, 0, new byte[8])),
                number,
                Steps.Select(step => step.Activity).ToHashSet()
            );
    }
}
