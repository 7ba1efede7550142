using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Chance that can be foreseen: "shuffled" is the other way round, ids are counted.</summary>
internal sealed class ForeseenChance : IChance
{
    public int Shuffles { get; private set; }

    public int Ids { get; private set; }

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things, int most = int.MaxValue)
    {
        Shuffles++;
        return [.. things.Reverse().Take(most)];
    }

    public string OptionId() => $"o{++Ids}";
}

/// <summary>Any chance, the same for the same seed.</summary>
internal sealed class SeededChance(int seed) : IChance
{
    private readonly Random random = new(seed);

    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things, int most = int.MaxValue)
    {
        var all = things.ToArray();
        random.Shuffle(all);
        return [.. all.Take(most)];
    }

    public string OptionId() => random.NextInt64().ToString("x16");
}
