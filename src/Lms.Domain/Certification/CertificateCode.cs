using System.Numerics;
using System.Text;

namespace Lms.Domain.Certification;

/// <summary>
/// 26 Crockford base-32 characters (128 random bits) and Crockford's check character modulo 37.
/// Case is free; I and L read as 1, O as 0; hyphens and white space are ignored.
/// </summary>
public static class CertificateCode
{
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const string CheckDigits = Digits + "*~$=U";
    private const int Length = 26;

    /// <param name="random">16 random bytes.</param>
    public static string Of(ReadOnlySpan<byte> random)
    {
        if (random.Length != 16)
        {
            throw new ArgumentException("Sixteen bytes make a code.", nameof(random));
        }

        var number = new BigInteger(random, isUnsigned: true, isBigEndian: true);
        var check = CheckDigits[(int)(number % 37)];
        Span<char> code = stackalloc char[Length + 1];
        code[Length] = check;
        for (var at = Length - 1; at >= 0; at--)
        {
            code[at] = Digits[(int)(number % 32)];
            number /= 32;
        }

        return new string(code);
    }

    /// <summary>The code in its one written form; null when it is none or its check fails.</summary>
    public static string? Read(string typed)
    {
        var code = new StringBuilder(Length + 1);
        foreach (var letter in typed)
        {
            if (char.IsWhiteSpace(letter) || letter is '-' or '\u2010' or '\u2011')
            {
                continue;
            }

            if (code.Length > Length)
            {
                return null;
            }

            // ASCII alone is folded: a look-alike of another script is not the letter.
            var upper = char.IsAsciiLetterLower(letter) ? (char)(letter - 'a' + 'A') : letter;
            code.Append(
                upper switch
                {
                    'O' => '0',
                    'I' or 'L' => '1',
                    _ => upper,
                }
            );
        }

        return code.Length == Length + 1 && IsSound(code.ToString()) ? code.ToString() : null;
    }

    private static bool IsSound(string code)
    {
        var number = BigInteger.Zero;
        foreach (var letter in code.AsSpan(0, Length))
        {
            var digit = Digits.IndexOf(letter);
            if (digit < 0)
            {
                return false;
            }

            number = (number * 32) + digit;
        }

        return CheckDigits[(int)(number % 37)] == code[Length];
    }
}
