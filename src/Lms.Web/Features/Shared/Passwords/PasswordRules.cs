using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Passwords;

/// <summary>
/// Which passwords are refused: the short, and those that are guessed first. No rule asks for kinds of
/// signs (NIST SP 800-63B-4, 3.1.1.2).
/// </summary>
public sealed class PasswordRules(LmsSettings settings, OrganisationPack pack)
{
    /// <summary>NIST SP 800-63B-4, 3.1.1.1: the least when it is the only factor.</summary>
    public const int Shortest = 15;

    public const int Longest = 128;

    // Of what is left when runs count once, or names are taken away.
    private const int LeastWeight = 8;
    private const int ShortestName = 4;

    /// <param name="logins">Names the account signs in with.</param>
    public PasswordAnswer Check(string typed, params IEnumerable<string?> logins)
    {
        if (PasswordText.IsTooLong(typed))
        {
            return PasswordAnswer.TooLong;
        }

        var password = PasswordText.Of(typed);
        var length = new StringInfo(password).LengthInTextElements;
        if (length is < Shortest or > Longest)
        {
            return length < Shortest ? PasswordAnswer.TooShort : PasswordAnswer.TooLong;
        }

        var folded = password.ToLowerInvariant();
        return true switch
        {
            _ when CommonPasswords.IsOne(folded) => PasswordAnswer.Common,
            _ when CommonPasswords.Unit(folded).Length < LeastWeight => PasswordAnswer.Repeated,
            _ when Sequences.Weight(folded) < LeastWeight => PasswordAnswer.Sequence,
            _ when IsMade(folded, logins.OfType<string>().SelectMany(Parts)) =>
                PasswordAnswer.Login,
            _ when IsMade(folded, SiteNames()) => PasswordAnswer.SiteName,
            _ => PasswordAnswer.Done,
        };
    }

    private IEnumerable<string> SiteNames() =>
        Texts
            .Languages.Select(pack.SiteName.In)
            .Append(settings.Site.Name ?? "")
            .Append(settings.Site.Uri.Host);

    private static string[] Parts(string login) => [login, .. login.Split('@')];

    private static bool IsMade(string folded, IEnumerable<string> names)
    {
        var rest = Dense(folded);
        var whole = rest;
        foreach (
            var name in names
                .Select(name => Dense(PasswordText.Of(name).ToLowerInvariant()))
                .Where(name => name.Length >= ShortestName)
                .OrderByDescending(name => name.Length)
        )
        {
            rest = rest.Replace(name, "", StringComparison.Ordinal);
        }

        return rest.Length < whole.Length && Sequences.Weight(rest) < LeastWeight;
    }

    private static string Dense(string text) =>
        new([.. text.Where(sign => char.IsLetterOrDigit(sign))]);
}
