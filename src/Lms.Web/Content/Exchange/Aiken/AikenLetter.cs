namespace Lms.Web.Content.Exchange.Aiken;

internal static class AikenLetter
{
    private const string Cyrillic = "АВСЕНІКМОРТХ";
    private const string LatinOfIt = "ABCEHIKMOPTX";

    /// <summary>The letter, or the Latin one it looks like.</summary>
    public static string Latin(string letter)
    {
        var at = letter.Length == 1 ? Cyrillic.IndexOf(letter[0], StringComparison.Ordinal) : -1;
        return at < 0 ? letter : LatinOfIt[at].ToString();
    }

    /// <summary>The letter of the option that comes after so many.</summary>
    public static string Due(int options) => ((char)('A' + options)).ToString();
}
