namespace Lms.Domain.Courses;

/// <summary>How the blocks of one version of a lesson answer to those of another.</summary>
public static class LessonBlocks
{
    /// <summary>
    /// The id of each block that bears a draft id. An unchanged block keeps its id wherever it
    /// stands; a changed one takes the id of the most similar block of its kind in its section, when
    /// it is similar enough; any other gets a new id. The same input always gives the same ids, and
    /// no two blocks the same.
    /// </summary>
    /// <param name="previous">The version before; empty when there is none.</param>
    /// <param name="lesson">Names the lesson, so that new ids of two lessons differ.</param>
    /// <returns>Draft id → id, for every block whose id is not written.</returns>
    public static IReadOnlyDictionary<string, string> Carry(
        IReadOnlyList<LessonBlock> previous,
        IReadOnlyList<LessonBlock> current,
        string lesson
    )
    {
        var carry = new BlockCarry(previous, current);
        carry.Unchanged();
        carry.Similar();
        carry.New(lesson);
        return carry.Ids;
    }

    /// <summary>What a reader of <paramref name="old"/> would find otherwise.</summary>
    public static LessonChanges Changes(
        IReadOnlyList<LessonBlock> old,
        IReadOnlyList<LessonBlock> current
    )
    {
        var before = old.ToDictionary(block => block.Id, block => block.Hash);
        var now = current.Select(block => block.Id).ToHashSet();
        return new(
            [.. current.Where(block => !before.ContainsKey(block.Id)).Select(block => block.Id)],
            [.. old.Where(block => !now.Contains(block.Id)).Select(block => block.Id)],
            [
                .. current
                    .Where(block => before.GetValueOrDefault(block.Id, block.Hash) != block.Hash)
                    .Select(block => block.Id),
            ]
        );
    }
}

/// <summary>Ids of blocks, each list in the order of its version.</summary>
public sealed record LessonChanges(
    IReadOnlyList<string> Added,
    IReadOnlyList<string> Removed,
    IReadOnlyList<string> Changed
)
{
    public bool IsNone => Added.Count + Removed.Count + Changed.Count == 0;
}
