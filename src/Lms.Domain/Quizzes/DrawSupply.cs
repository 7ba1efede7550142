namespace Lms.Domain.Quizzes;

/// <summary>
/// What a bank can always give to a draw. Draws of one quiz may want the same questions, and history
/// decides which ones the earlier draws take: here they take as many as they can.
/// </summary>
public static class DrawSupply
{
    /// <summary>
    /// The fewest questions left for <paramref name="draw"/> after those <paramref name="before"/> it, 0
    /// and up; exact, because what others can take away is a greatest matching.
    /// </summary>
    public static int LeftFor(this Bank bank, Draw draw, IEnumerable<Draw> before)
    {
        var wanted = bank.Tagged(draw.Tag).Select(question => question.Id).ToHashSet();
        var rivals = before
            .Where(earlier => earlier.From == bank.Slug)
            .Select(earlier => new Rival(
                earlier.Count,
                [.. bank.Tagged(earlier.Tag).Select(q => q.Id).Where(wanted.Contains)]
            ))
            .ToList();
        var taken = new Dictionary<string, Rival>(StringComparer.Ordinal);
        foreach (var rival in rivals)
        {
            for (var got = 0; got < rival.Count && rival.Takes(taken, []); got++) { }
        }

        return wanted.Count - taken.Count;
    }

    private sealed record Rival(int Count, IReadOnlyList<string> Questions)
    {
        /// <summary>Takes one more question, if need be by letting another take a different one.</summary>
        public bool Takes(Dictionary<string, Rival> taken, HashSet<string> asked)
        {
            foreach (var question in Questions.Where(asked.Add))
            {
                if (!taken.TryGetValue(question, out var holder) || holder.Takes(taken, asked))
                {
                    taken[question] = this;
                    return true;
                }
            }

            return false;
        }
    }
}
