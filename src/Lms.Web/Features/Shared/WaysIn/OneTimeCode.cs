using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>
/// Ten characters of Crockford's base 32, fifty random bits, and few enough to be said aloud. A code
/// takes a thousand wrong tries in its thirty minutes: all of them together hit with 1000 / 2^50, less
/// than one in 10^12. One network gets 35 tries at a login (<see cref="Pace.OneTimeCode"/>), so whoever
/// wants to make a code void needs some thirty networks, and slows nobody else down.
/// </summary>
public static class OneTimeCode
{
    public const int MostTries = 1000;
    private const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 10;

    // What a Ukrainian keyboard gives for the same shapes.
    private const string Cyrillic = "АВСЕНІКМОРТХУ";
    private const string Latin = "ABCEH1KM0PTXY";

    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(30);

    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>«7QK2M-4XH9D»: two groups are easier to read out.</summary>
    public static string Shown(string code) => $"{code[..5]}-{code[5..]}";

    /// <summary>The code in its one form, whatever was typed between or instead of its characters.</summary>
    public static string Read(string? typed)
    {
        var code = new StringBuilder(Length);
        foreach (var letter in (typed ?? "").ToUpperInvariant())
        {
            if (char.IsLetterOrDigit(letter) && code.Length <= Length)
            {
                code.Append(Fold(letter));
            }
        }

        return code.ToString();
    }

    /// <summary>What the ticket keeps the hash of: a code opens one account alone.</summary>
    public static string TokenOf(AccountId account, string code) => $"{account.Value:N}:{code}";

    private static char Fold(char letter) =>
        letter switch
        {
            'O' => '0',
            'I' or 'L' => '1',
            _ => Cyrillic.IndexOf(letter) is >= 0 and var at ? Latin[at] : letter,
        };
}
