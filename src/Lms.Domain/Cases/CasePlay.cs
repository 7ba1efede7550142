using Lms.Domain.Shared;

namespace Lms.Domain.Cases;

/// <summary>Where a run stands: a fold of the choices made, and of nothing else.</summary>
/// <param name="Scene">The scene on the screen; after a breach the one it happened in.</param>
/// <param name="Meters">Meter code → value.</param>
/// <param name="Last">The choice that led here; null at the beginning.</param>
public sealed record CasePlay(
    Scene Scene,
    IReadOnlyDictionary<string, int> Meters,
    CaseChoice? Last,
    bool IsBreached,
    int Steps
)
{
    public CaseEnding? Ending => IsBreached ? null : Scene.Ending;

    public bool IsOpen => !IsBreached && Scene.Ending is null;

    public static CasePlay Begin(Case of) =>
        new(
            of.Scenes[0],
            of.Meters.ToDictionary(meter => meter.Code, _ => 0, StringComparer.Ordinal),
            null,
            IsBreached: false,
            0
        );

    /// <summary>The run after <paramref name="choices"/>, indexes within the scenes met.</summary>
    /// <exception cref="RuleViolation"><c>case-choice</c>: the scene has no such choice, or the run is over.</exception>
    public static CasePlay Of(Case of, IEnumerable<int> choices) =>
        choices.Aggregate(Begin(of), (play, choice) => play.Choose(of, choice));

    /// <exception cref="RuleViolation"><c>case-choice</c>.</exception>
    public CasePlay Choose(Case of, int choice)
    {
        if (!IsOpen || Scene.Choices.ElementAtOrDefault(choice) is not { } chosen)
        {
            throw new RuleViolation("case-choice");
        }

        var meters = Meters.ToDictionary(
            meter => meter.Key,
            meter => meter.Value + chosen.Moves.GetValueOrDefault(meter.Key),
            StringComparer.Ordinal
        );
        var next = chosen.IsBreach ? Scene : of.Find(chosen.Next);
        return new(
            next ?? throw new RuleViolation("case-choice"),
            meters,
            chosen,
            chosen.IsBreach,
            Steps + 1
        );
    }
}
