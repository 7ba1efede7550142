using Lms.Domain.Quizzes;

namespace Lms.Domain.Tests.Quizzes;

/// <summary>Papers for someone who has met no question yet.</summary>
internal static class Papers
{
    private static readonly Dictionary<string, int> Unused = [];

    public static Paper Of(Quiz quiz, IChance chance) => Paper.Of(quiz, Unused, chance);
}
