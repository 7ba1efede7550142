using System.Buffers.Text;
using System.Security.Cryptography;
using Lms.Domain.Quizzes;

namespace Lms.Web.Features.Shared;

public sealed class Chance : IChance
{
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> things, int most = int.MaxValue)
    {
        // Fisher and Yates, stopped when enough are in their places: a few of many cost a few numbers.
        var all = things.ToArray();
        var count = Math.Min(most, all.Length);
        for (var place = 0; place < count; place++)
        {
            var other = RandomNumberGenerator.GetInt32(place, all.Length);
            (all[place], all[other]) = (all[other], all[place]);
        }

        return count < all.Length ? all[..count] : all;
    }

    public string OptionId() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(9));
}
