using System.Buffers.Text;
using System.Security.Cryptography;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Shared;

public sealed class Chance : IChance
{
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things)
    {
        var all = things.ToArray();
        RandomNumberGenerator.Shuffle(all.AsSpan());
        return all;
    }

    public string OptionId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));
}
