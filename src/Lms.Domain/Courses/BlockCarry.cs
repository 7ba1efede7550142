using System.Security.Cryptography;
using System.Text;

namespace Lms.Domain.Courses;

/// <summary>The ids of one version on their way to the next, one to one.</summary>
internal sealed class BlockCarry
{
    private const int IdDigits = 12;

    private readonly List<LessonBlock> free;
    private readonly List<LessonBlock> waiting;
    private readonly HashSet<string> taken;
    private readonly Dictionary<string, string> ids = [];

    public BlockCarry(IReadOnlyList<LessonBlock> previous, IReadOnlyList<LessonBlock> current)
    {
        // What stands written on the page is not free for others, headings among it.
        taken = [.. current.Where(block => block.IsWritten).Select(block => block.Id)];
        taken.UnionWith(current.Select(block => block.Section));
        free =
        [
            .. previous.Where(block => !taken.Contains(block.Id)).DistinctBy(block => block.Id),
        ];
        waiting = [.. current.Where(block => !block.IsWritten)];
        // A new id is new: no block that went away ever answers to it.
        taken.UnionWith(previous.Select(block => block.Id));
    }

    public IReadOnlyDictionary<string, string> Ids => ids;

    /// <summary>Twins go by their section first, then by their order.</summary>
    public void Unchanged()
    {
        Pair(block => (block.Hash, block.Section));
        Pair(block => (block.Hash, ""));
    }

    public void Similar()
    {
        var words = new Words();
        var sections = free.GroupBy(block => (block.Section, block.Kind))
            .ToDictionary(group => group.Key, group => group.ToList());
        foreach (var group in waiting.GroupBy(block => (block.Section, block.Kind)).ToList())
        {
            foreach (
                var (old, now) in Similarity.Pairs(
                    sections.GetValueOrDefault(group.Key) ?? [],
                    [.. group],
                    words
                )
            )
            {
                Keep(old, now);
            }
        }

        Forget();
    }

    public void New(string lesson)
    {
        foreach (var block in waiting)
        {
            var number = 0;
            string id;
            do
            {
                id = IdOf($"{lesson}\n{block.Kind}\n{block.Text}\n{++number}");
            } while (!taken.Add(id));

            ids[block.Id] = id;
        }
    }

    private void Pair(Func<LessonBlock, (string Hash, string Section)> key)
    {
        var old = free.GroupBy(key)
            .ToDictionary(group => group.Key, group => new Queue<LessonBlock>(group));
        foreach (var block in waiting)
        {
            if (old.TryGetValue(key(block), out var twins) && twins.TryDequeue(out var twin))
            {
                Keep(twin, block);
            }
        }

        Forget();
    }

    private void Keep(LessonBlock old, LessonBlock now) => ids[now.Id] = old.Id;

    private void Forget()
    {
        var carried = ids.Values.ToHashSet();
        free.RemoveAll(block => carried.Contains(block.Id));
        waiting.RemoveAll(block => ids.ContainsKey(block.Id));
    }

    private static string IdOf(string content) =>
        "b-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..IdDigits];
}
