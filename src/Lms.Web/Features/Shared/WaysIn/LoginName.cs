using System.Globalization;
using System.Net.Mail;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>
/// The name an account signs in with: an e-mail address, or a phone number in the one form of
/// ITU-T E.164, however it was typed.
/// </summary>
public sealed record LoginName
{
    private const string Separators = "()./";

    // RFC 5321, 4.5.3.1.3: a path of 256 with its two brackets.
    private const int LongestEmail = 254;

    private LoginName(string value, bool isEmail) => (Value, IsEmail) = (value, isEmail);

    /// <summary>As it is kept and shown: <c>name@example.org</c>, <c>+380501234567</c>.</summary>
    public string Value { get; }

    public bool IsEmail { get; }

    /// <summary>Under which accounts are looked up, as Identity makes it.</summary>
    public string Key => Value.Normalize().ToUpperInvariant();

    /// <summary>Null when what was typed is neither.</summary>
    public static LoginName? Read(string? typed, PhonePlan phones)
    {
        var text = typed?.Trim() ?? "";
        return text.Contains('@') ? Email(text) : Phone(text, phones);
    }

    private static LoginName? Email(string text) =>
        text.Length <= LongestEmail
        && !text.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter))
        && MailAddress.TryCreate(text, out var address)
        && address.Address == text
            ? new(text, isEmail: true)
            : null;

    private static LoginName? Phone(string text, PhonePlan phones)
    {
        var written = string.Concat(text.Where(letter => !IsBetweenDigits(letter)));
        var digits = written.TrimStart('+');
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var number =
            written.Length - digits.Length == 1 ? digits
            : digits.StartsWith("00", StringComparison.Ordinal) ? digits[2..]
            : phones.Prefix.Length == 0 || digits.Length < written.Length ? ""
            : digits[0] == '0' ? phones.Prefix + digits[1..]
            : digits.StartsWith(phones.Prefix, StringComparison.Ordinal) ? digits
            : "";
        return IsNumber(number, phones) ? new("+" + number, isEmail: false) : null;
    }

    // ITU-T E.164, 6.2.1: fifteen digits at most, and no country code begins with 0.
    private static bool IsNumber(string number, PhonePlan phones) =>
        number.Length is >= 8 and <= 15
        && number[0] != '0'
        && (
            phones.Prefix.Length == 0
            || phones.Digits is not { } digits
            || !number.StartsWith(phones.Prefix, StringComparison.Ordinal)
            || number.Length == phones.Prefix.Length + digits
        );

    // Spaces, dashes and the marks of direction that come along from an address book.
    private static bool IsBetweenDigits(char letter) =>
        char.IsWhiteSpace(letter)
        || Separators.Contains(letter)
        || char.GetUnicodeCategory(letter)
            is UnicodeCategory.DashPunctuation
                or UnicodeCategory.Format;
}
