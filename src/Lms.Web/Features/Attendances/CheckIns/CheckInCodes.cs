using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using Lms.Domain.Live;

namespace Lms.Web.Features.Attendances.CheckIns;

/// <param name="Link">What the QR code carries.</param>
/// <param name="Short">Six digits, to be typed.</param>
public sealed record CheckInCode(string Link, string Short);

/// <summary>
/// Codes of a room, another one each half minute: an HMAC of the session and the step, so that a
/// photograph sent to a friend is soon worth nothing. The key lives as long as the process does.
/// </summary>
public sealed class CheckInCodes(TimeProvider time)
{
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    private const int LinkBytes = 10;
    private const int ShortDigits = 1_000_000;

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public CheckInCode Now(LiveSessionId session) => Of(session, StepNow);

    /// <summary>Until the next code, in whole seconds, at least one.</summary>
    public int SecondsLeft =>
        (int)(Step.TotalSeconds - (time.GetUtcNow().ToUnixTimeSeconds() % Step.TotalSeconds));

    /// <summary>By which of the codes of this step or the one before; null for none of them.</summary>
    public CheckInMeans? Read(LiveSessionId session, string? given)
    {
        var typed = string.Concat((given ?? "").Where(char.IsLetterOrDigit));
        foreach (var step in new[] { StepNow, StepNow - 1 })
        {
            var code = Of(session, step);
            if (Same(code.Link, typed.ToLowerInvariant()))
            {
                return CheckInMeans.QrCode;
            }

            if (Same(code.Short, typed))
            {
                return CheckInMeans.ShortCode;
            }
        }

        return null;
    }

    private long StepNow => time.GetUtcNow().ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    private CheckInCode Of(LiveSessionId session, long step)
    {
        Span<byte> message = stackalloc byte[24];
        session.Value.TryWriteBytes(message);
        BinaryPrimitives.WriteInt64BigEndian(message[16..], step);
        var hash = HMACSHA256.HashData(key, message);
        var digits = BinaryPrimitives.ReadUInt64BigEndian(hash.AsSpan(LinkBytes)) % ShortDigits;
        return new(
            Convert.ToHexStringLower(hash.AsSpan(0, LinkBytes)),
            digits.ToString("D6", CultureInfo.InvariantCulture)
        );
    }

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(
            System.Text.Encoding.UTF8.GetBytes(one),
            System.Text.Encoding.UTF8.GetBytes(other)
        );
}
