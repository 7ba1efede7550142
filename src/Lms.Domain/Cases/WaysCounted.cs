namespace Lms.Domain.Cases;

/// <summary>The counts behind <see cref="WaysTaken"/>, the small ones too: for it alone.</summary>
internal sealed class WaysCounted
{
    private readonly Dictionary<(string Scene, int Choice), int> chosen = [];
    private readonly Dictionary<string, int> reached = new(StringComparer.Ordinal);
    private readonly HashSet<string> byReturning = new(StringComparer.Ordinal);

    private WaysCounted(Case of) => Case = of;

    public Case Case { get; }

    public static WaysCounted Of(Case of, IEnumerable<IReadOnlyList<int>> runs)
    {
        var counted = new WaysCounted(of);
        foreach (var run in runs)
        {
            counted.Add(run);
        }

        return counted;
    }

    public int Reached(string scene) => reached.GetValueOrDefault(scene);

    public int Chosen(string scene, int choice) => chosen.GetValueOrDefault((scene, choice));

    /// <summary>Each choice of the scene; together, all who came to it.</summary>
    public IEnumerable<int> Split(string scene) =>
        (Case.Find(scene)?.Choices ?? []).Select((_, choice) => Chosen(scene, choice));

    /// <summary>The ways that someone took into the scene.</summary>
    public IReadOnlyList<(string Scene, int Choice)> WaysInto(string scene) =>
        [
            .. chosen.Keys.Where(way =>
                Case.Find(way.Scene)!.Choices[way.Choice] is { IsBreach: false } choice
                && choice.Next == scene
            ),
        ];

    /// <summary>Someone came first by a choice made on another visit than the first, which is not counted.</summary>
    public bool CameOnlyByReturning(string scene) => byReturning.Contains(scene);

    private void Add(IReadOnlyList<int> run)
    {
        var play = CasePlay.Begin(Case);
        var left = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { play.Scene.Id };
        Count(reached, play.Scene.Id);
        foreach (var choice in run)
        {
            var from = play.Scene.Id;
            var isFirst = left.Add(from);
            play = play.Choose(Case, choice);
            if (isFirst)
            {
                Count(chosen, (from, choice));
            }

            if (!play.IsBreached && seen.Add(play.Scene.Id))
            {
                Count(reached, play.Scene.Id);
                if (!isFirst)
                {
                    byReturning.Add(play.Scene.Id);
                }
            }
        }
    }

    private static void Count<T>(Dictionary<T, int> counts, T of)
        where T : notnull => counts[of] = counts.GetValueOrDefault(of) + 1;
}
