using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Lms.Web.Features.Account.Security;

/// <summary>Codes of an authenticator app: RFC 6238 with its defaults, which every app knows.</summary>
public static class Totp
{
    public const int Digits = 6;
    private const int Modulus = 1_000_000;
    private const int SecretBytes = 20;

    // RFC 6238, 5.2: one step either way for clocks that differ.
    private const int Drift = 1;
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepAt(DateTimeOffset now) =>
        now.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    /// <summary>RFC 4226, 5.3.</summary>
    public static string Code(byte[] secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 4226 names SHA-1; HMAC stands on less than what broke.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var at = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[at..]) & int.MaxValue;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// The step whose code was typed; null when it is of none near now, or of one not after
    /// <paramref name="last"/>: no code is taken twice.
    /// </summary>
    public static long? StepOf(byte[] secret, string typed, DateTimeOffset now, long last)
    {
        var code = new string([.. typed.Where(char.IsAsciiDigit)]);
        if (code.Length != Digits)
        {
            return null;
        }

        long? found = null;
        for (var step = StepAt(now) - Drift; step <= StepAt(now) + Drift; step++)
        {
            var isSame = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.ASCII.GetBytes(Code(secret, step)),
                System.Text.Encoding.ASCII.GetBytes(code)
            );
            found = isSame && step > last ? step : found;
        }

        return found;
    }

    /// <summary>What the QR code says to an app (the Key Uri Format of Google Authenticator).</summary>
    public static string KeyUri(byte[] secret, string site, string login) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(login)}"
        + $"?secret={Base32.Of(secret)}&issuer={Uri.EscapeDataString(site)}";
}
