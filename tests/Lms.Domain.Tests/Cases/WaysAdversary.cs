using System.Globalization;
using CsCheck;
using Lms.Domain.Cases;

namespace Lms.Domain.Tests.Cases;

/// <summary>
/// Someone who reads all that is told and knows the case: as many people leave a scene as come to it.
/// What follows from these equations is what differences can reveal. Cases here only lead on.
/// </summary>
internal sealed class WaysAdversary(Case of, IReadOnlyList<int[]> runs)
{
    private const double Nothing = 1e-9;

    private readonly WaysTaken told = WaysTaken.Of(of, runs);
    private readonly List<(string Scene, int Choice)> ways =
    [
        .. of.Scenes.SelectMany(scene => scene.Choices.Select((_, choice) => (scene.Id, choice))),
    ];

    /// <summary>Three to six scenes; people who prefer some choices, so that groups differ in size.</summary>
    public static Gen<(Case Case, IReadOnlyList<int[]> Runs)> AnyRuns { get; } =
        from seed in Gen.Int[0, int.MaxValue]
        from scenes in Gen.Int[3, 6]
        from people in Gen.Int[0, 60]
        select Any(new Random(seed), scenes, people);

    /// <summary>Ways and scenes taken by one to four people that can be worked out.</summary>
    public IReadOnlyList<string> SmallGroups()
    {
        var known = Known();
        var rank = Rank(known);
        return
        [
            .. ways.Select(way => (Name: $"{way}", Row: Row(one => one == way)))
                .Concat(of.Scenes.Skip(1).Select(scene => (Name: scene.Id, Row: Into(scene.Id))))
                .Where(group => Size(group.Row) is > 0 and < WaysTaken.Fewest)
                .Where(group => Rank([.. known, group.Row]) == rank)
                .Select(group => group.Name),
        ];
    }

    private List<double[]> Known()
    {
        var rows = ways.Where(way => told.ChosenOf(way.Scene, way.Choice) is not null)
            .Select(way => Row(one => one == way))
            .ToList();
        rows.AddRange(
            of.Scenes.Skip(1)
                .Where(scene => told.ReachedOf(scene.Id) is not null)
                .Select(scene => Into(scene.Id))
        );
        rows.AddRange(
            of.Scenes.Where(scene => scene.Choices.Count > 0 && scene != of.Scenes[0])
                .Select(scene =>
                    Into(scene.Id).Zip(Row(way => way.Scene == scene.Id), (a, b) => a - b).ToArray()
                )
        );
        rows.Add(told.People is null ? new double[ways.Count] : Row(way => way.Scene == "s0"));
        return rows;
    }

    private double[] Into(string scene) =>
        Row(way => ChoiceOf(way) is { IsBreach: false } choice && choice.Next == scene);

    private CaseChoice ChoiceOf((string Scene, int Choice) way) =>
        of.Find(way.Scene)!.Choices[way.Choice];

    private double[] Row(Func<(string Scene, int Choice), bool> isIn) =>
        [.. ways.Select(way => isIn(way) ? 1.0 : 0.0)];

    private int Size(double[] row) =>
        runs.SelectMany(Taken).Count(way => row[ways.IndexOf(way)] > 0);

    private IEnumerable<(string Scene, int Choice)> Taken(int[] run)
    {
        var play = CasePlay.Begin(of);
        foreach (var choice in run)
        {
            yield return (play.Scene.Id, choice);
            play = play.Choose(of, choice);
        }
    }

    private static int Rank(IEnumerable<double[]> rows)
    {
        var left = rows.Select(row => row.ToArray()).ToList();
        var rank = 0;
        for (var column = 0; left.Count > 0 && column < left[0].Length; column++)
        {
            if (
                left.MaxBy(row => Math.Abs(row[column])) is { } pivot
                && Math.Abs(pivot[column]) > Nothing
            )
            {
                left.Remove(pivot);
                rank++;
                foreach (var row in left)
                {
                    var times = row[column] / pivot[column];
                    for (var at = column; at < row.Length; at++)
                    {
                        row[at] -= times * pivot[at];
                    }
                }
            }
        }

        return rank;
    }

    private static (Case, IReadOnlyList<int[]>) Any(Random chance, int scenes, int people)
    {
        var of = new Case(
            [],
            [
                .. Enumerable
                    .Range(0, scenes)
                    .Select(at => at == scenes - 1 ? Ending(at) : Scene(chance, at, scenes)),
            ]
        );
        return (of, [.. Enumerable.Range(0, people).Select(_ => Run(chance, of))]);
    }

    private static int[] Run(Random chance, Case of)
    {
        var choices = new List<int>();
        for (var play = CasePlay.Begin(of); play.IsOpen; play = play.Choose(of, choices[^1]))
        {
            var count = play.Scene.Choices.Count;
            choices.Add(chance.Next(3) == 0 ? chance.Next(count) : 0);
        }

        return [.. choices];
    }

    private static Scene Scene(Random chance, int at, int scenes) =>
        new(
            Name(at),
            "",
            "",
            [
                .. Enumerable
                    .Range(0, chance.Next(1, 4))
                    .Select(choice => new CaseChoice(
                        "",
                        Name(chance.Next(at + 1, scenes)),
                        new Dictionary<string, int>(),
                        choice > 0 && chance.Next(5) == 0,
                        null
                    )),
            ],
            null
        );

    private static Scene Ending(int at) => new(Name(at), "", "", [], CaseEnding.Good);

    private static string Name(int at) => string.Create(CultureInfo.InvariantCulture, $"s{at}");
}
