using System.Text;

namespace Lms.Web.Access;

/// <summary>A password as it is counted and hashed: the same from whatever keyboard it was typed.</summary>
public static class PasswordText
{
    /// <summary>What is longer is refused before it costs anything.</summary>
    public const int MostBytes = 1024;

    public static bool IsTooLong(string typed) => Encoding.UTF8.GetByteCount(typed) > MostBytes;

    /// <summary>NIST SP 800-63B-4, 3.1.1.2: normalised, so that «й» in one sign or in two is the same.</summary>
    public static string Of(string typed)
    {
        try
        {
            return typed.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair or a code point that is no character: there is no other way to write it.
            return typed;
        }
    }
}
