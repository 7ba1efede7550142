namespace Lms.Domain.Cases;

/// <summary>
/// How many people went which way through a case, as far as it may be told: no number told, and no
/// difference of numbers told, stands for one to four people.
/// </summary>
/// <remarks>
/// The choices of a scene are told together or not at all, and only when each was made by five people
/// or by none. A scene is told only when every way that leads into it is told. So no told number can
/// be taken from another to find a way that is not told.
/// </remarks>
public sealed class WaysTaken
{
    /// <summary>People who may be counted together without showing one of them.</summary>
    public const int Fewest = 5;

    private readonly WaysCounted counted;
    private readonly HashSet<string> reaches;
    private readonly HashSet<string> splits;

    private WaysTaken(WaysCounted counted)
    {
        this.counted = counted;
        reaches = [.. counted.Case.Scenes.Select(scene => scene.Id)];
        splits = [.. reaches];
        while (reaches.RemoveWhere(HidesReach) + splits.RemoveWhere(HidesSplit) > 0) { }
    }

    /// <param name="runs">One of each person, to its end: the choices made, indexes from 0.</param>
    /// <exception cref="Shared.RuleViolation"><c>case-choice</c>: a run is of another case.</exception>
    public static WaysTaken Of(Case of, IEnumerable<IReadOnlyList<int>> runs) =>
        new(WaysCounted.Of(of, runs));

    /// <summary>Null when it may not be told.</summary>
    public int? People => ReachedOf(counted.Case.Scenes[0].Id);

    /// <summary>People who came to the scene, however often; null when it may not be told.</summary>
    public int? ReachedOf(string scene) => reaches.Contains(scene) ? counted.Reached(scene) : null;

    /// <summary>
    /// People who chose so when they came to the scene for the first time; null when it may not be told.
    /// </summary>
    public int? ChosenOf(string scene, int choice) =>
        splits.Contains(scene) ? counted.Chosen(scene, choice) : null;

    private bool HidesReach(string scene)
    {
        if (IsFew(counted.Reached(scene)))
        {
            return true;
        }

        if (scene == counted.Case.Scenes[0].Id)
        {
            return false;
        }

        var ways = counted.WaysInto(scene);
        var cameTwice =
            ways.Sum(way => counted.Chosen(way.Scene, way.Choice)) - counted.Reached(scene);
        return counted.CameOnlyByReturning(scene)
            || ways.Any(way => !splits.Contains(way.Scene))
            || IsFew(cameTwice);
    }

    private bool HidesSplit(string scene) =>
        !reaches.Contains(scene) || counted.Split(scene).Any(IsFew);

    private static bool IsFew(int people) => people is > 0 and < Fewest;
}
