namespace Lms.Domain.Live;

/// <summary>
/// Minutes made up from the recording: what is asked of whom missed something, and how much of what was
/// watched counts. All times in milliseconds.
/// </summary>
public static class MakingUp
{
    /// <summary>Of one missed block.</summary>
    public const int QuestionsEach = 2;

    /// <summary>Of all blocks of a person together.</summary>
    public const int MostQuestions = 5;

    /// <summary>Less than this is no block: nobody is asked about a few seconds.</summary>
    public const long LeastBlock = 60_000;

    /// <summary>Blocks nearer than this are one.</summary>
    public const long Together = 60_000;

    /// <summary>A pause between two reports of a player counts for so much at most: it slept meanwhile.</summary>
    public const long LongestStep = 60_000;

    /// <summary>The blocks of what was missed, in their order.</summary>
    /// <param name="missed">Joined.</param>
    public static IReadOnlyList<Span> Blocks(IReadOnlyList<Span> missed)
    {
        var blocks = new List<Span>();
        foreach (var span in missed)
        {
            if (blocks.Count > 0 && span.From - blocks[^1].Until < Together)
            {
                blocks[^1] = blocks[^1] with { Until = span.Until };
            }
            else
            {
                blocks.Add(span);
            }
        }

        return [.. blocks.Where(block => block.Length >= LeastBlock)];
    }

    /// <summary>How many questions each block gets: one each from the longest on, then a second one.</summary>
    public static IReadOnlyList<int> QuestionsOf(IReadOnlyList<Span> blocks)
    {
        var shares = new int[blocks.Count];
        var order = Enumerable
            .Range(0, blocks.Count)
            .OrderByDescending(at => blocks[at].Length)
            .ThenBy(at => at)
            .ToList();
        var left = MostQuestions;
        for (var round = 0; round < QuestionsEach; round++)
        {
            foreach (var at in order.TakeWhile(_ => left > 0))
            {
                shares[at]++;
                left--;
            }
        }

        return shares;
    }

    /// <summary>
    /// What of a stretch counts as watched: no more than one and a half times the real time since the
    /// person's last report, whichever of their windows sent it. Empty for a first report.
    /// </summary>
    /// <param name="since">By the server's clock; null when there was no report before.</param>
    public static Span Counted(Span claimed, long? since)
    {
        var allowed = Math.Clamp(since ?? 0, 0, LongestStep) * 3 / 2;
        return claimed with { Until = claimed.From + Math.Min(claimed.Length, allowed) };
    }
}
