using System.Text;

namespace Lms.Web.Features.Account.Security;

/// <summary>RFC 4648, 6, without padding.</summary>
public static class Base32
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            bits = (bits << 8) | one;
            for (held += 8; held >= 5; held -= 5)
            {
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held > 0
            ? text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString()
            : text.ToString();
    }

    /// <summary>In fours, to be typed.</summary>
    public static string InFours(string text) =>
        string.Join(' ', text.Chunk(4).Select(four => new string(four)));
}
