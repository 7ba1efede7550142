namespace Lms.Domain.Cases;

/// <summary>How a finished run ended. Names are stored as text and never change.</summary>
public enum CaseEnding
{
    Good,
    Poor,
    Harm,
}

/// <summary>
/// A branching case as published: always fictional. The first scene begins it; texts are safe HTML.
/// </summary>
public sealed record Case(IReadOnlyList<Meter> Meters, IReadOnlyList<Scene> Scenes)
{
    /// <summary>What may be hard to read in it; told before it begins. Null when nothing is.</summary>
    public string? ContentNote { get; init; }

    public Scene? Find(string id) => Scenes.FirstOrDefault(scene => scene.Id == id);

    /// <summary>
    /// Id of the first scene that a translation has not with the same ways out of it; null when only
    /// words differ.
    /// </summary>
    public string? DiffersAt(Case translated)
    {
        var codes = Meters.Select(meter => meter.Code);
        var same = Scenes.Zip(translated.Scenes).TakeWhile(two => two.First.IsSame(two.Second));
        var count = same.Count();
        return count < Scenes.Count ? Scenes[count].Id
            : count < translated.Scenes.Count ? translated.Scenes[count].Id
            : codes.SequenceEqual(translated.Meters.Select(meter => meter.Code)) ? null
            : Scenes is [var first, ..] ? first.Id
            : null;
    }
}

/// <summary>What a run measures; every run begins at zero.</summary>
/// <param name="Code">Latin, named by the choices that move it.</param>
public sealed record Meter(string Code, string Name);

/// <param name="Ending">Set, and only then, where there are no choices.</param>
public sealed record Scene(
    string Id,
    string Title,
    string Html,
    IReadOnlyList<CaseChoice> Choices,
    CaseEnding? Ending
)
{
    /// <summary>Only words differ.</summary>
    internal bool IsSame(Scene other) =>
        (Id, Ending, Choices.Count) == (other.Id, other.Ending, other.Choices.Count)
        && Choices.Zip(other.Choices).All(two => two.First.IsSame(two.Second));
}

/// <param name="Next">The scene it leads to; not reached when the choice is a breach.</param>
/// <param name="Moves">Meter code → how far it moves, −9 to 9.</param>
/// <param name="IsBreach">It endangers a person: the run ends unfinished and may be tried again.</param>
public sealed record CaseChoice(
    string Html,
    string Next,
    IReadOnlyDictionary<string, int> Moves,
    bool IsBreach,
    string? FeedbackHtml
)
{
    /// <summary>Only words differ.</summary>
    internal bool IsSame(CaseChoice other) =>
        (Next, IsBreach, Moves.Count) == (other.Next, other.IsBreach, other.Moves.Count)
        && Moves.All(move => other.Moves.GetValueOrDefault(move.Key) == move.Value);
}
