using Lms.Web.Content.Files;

namespace Lms.Web.Content.Cases;

/// <summary>
/// Where the choices of a case lead. A breach ends the run, so what it names is never reached by it.
/// </summary>
internal sealed class CaseWays(IReadOnlyList<WrittenScene> scenes)
{
    private readonly Dictionary<string, WrittenScene> byId = scenes
        .GroupBy(scene => scene.Id)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    public void Check()
    {
        foreach (var scene in scenes)
        {
            CheckLinks(scene);
            CheckEnd(scene);
        }

        if (scenes[0].Ending is not null)
        {
            scenes[0].Text.Report(CaseTexts.BeginsWithEnding, scenes[0].Offset);
        }

        if (scenes.All(scene => scene.Ending is null))
        {
            scenes[0].Text.Report(CaseTexts.WithoutEnding, scenes[0].Offset);
            return;
        }

        CheckReach();
    }

    private void CheckLinks(WrittenScene scene)
    {
        foreach (var choice in scene.Choices)
        {
            var id = choice.Choice.Next;
            if (!byId.ContainsKey(id) || !choice.Written.StartsWith('#'))
            {
                var known = byId.Keys.Where(key => !key.StartsWith(' '));
                var nearest = byId.ContainsKey(id) ? id : Nearest.To(id, known);
                var suggestion = nearest is null ? null : $"#{nearest}";
                scene.Text.Report(
                    CaseTexts.LeadsNowhere,
                    choice.Offset,
                    suggestion,
                    [choice.Written]
                );
            }
        }
    }

    private static void CheckEnd(WrittenScene scene)
    {
        if (scene is { Choices.Count: 0, Ending: null })
        {
            scene.Text.Report(CaseTexts.DeadEnd, scene.Offset, scene.Title);
        }

        if (scene is { Choices.Count: > 0, Ending: not null })
        {
            scene.Text.Report(CaseTexts.EndingWithChoices, scene.Offset, scene.Title);
        }
    }

    private void CheckReach()
    {
        var reached = Reached();
        foreach (var scene in scenes.Where(scene => !reached.Contains(scene.Id)))
        {
            scene.Text.Report(CaseTexts.Unreachable, scene.Offset, scene.Title);
        }

        var ending = LeadingOut();
        foreach (var scene in scenes.Where(scene => !ending.Contains(scene.Id)))
        {
            scene.Text.Report(CaseTexts.WithoutWayOut, scene.Offset, scene.Title);
        }

        var isGood = scenes.Any(scene =>
            scene.Ending == Lms.Domain.Cases.CaseEnding.Good && reached.Contains(scene.Id)
        );
        if (!isGood)
        {
            scenes[0].Text.Report(CaseTexts.NoGoodEnding, scenes[0].Offset);
        }
    }

    private HashSet<string> Reached()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal) { scenes[0].Id };
        var waiting = new Queue<string>(reached);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var next in Next(byId[id]).Where(reached.Add))
            {
                waiting.Enqueue(next);
            }
        }

        return reached;
    }

    /// <summary>
    /// The scenes an ending can be reached from. What is reported already, a dead end or a link to
    /// nothing, counts as one: it is one mistake.
    /// </summary>
    private HashSet<string> LeadingOut()
    {
        var leading = scenes
            .Where(scene =>
                scene.Ending is not null || scene.Choices.Count == 0 || HasBrokenLink(scene)
            )
            .Select(scene => scene.Id)
            .ToHashSet(StringComparer.Ordinal);
        for (var before = -1; before != leading.Count; )
        {
            before = leading.Count;
            leading.UnionWith(scenes.Where(s => Next(s).Any(leading.Contains)).Select(s => s.Id));
        }

        return leading;
    }

    private bool HasBrokenLink(WrittenScene scene) =>
        scene.Choices.Any(choice => !byId.ContainsKey(choice.Choice.Next));

    private IEnumerable<string> Next(WrittenScene scene) =>
        scene
            .Choices.Where(choice =>
                !choice.Choice.IsBreach && byId.ContainsKey(choice.Choice.Next)
            )
            .Select(choice => choice.Choice.Next);
}
