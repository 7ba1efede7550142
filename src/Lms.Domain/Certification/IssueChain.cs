using System.Security.Cryptography;
using System.Text.Json;

namespace Lms.Domain.Certification;

/// <summary>Ties the lines of the issue log to each other.</summary>
public static class IssueChain
{
    /// <summary>What the first line follows.</summary>
    public static readonly string Beginning = new('0', 64);

    /// <summary>The line that follows the one whose hash is <paramref name="last"/>.</summary>
    /// <param name="last">Null when the log is empty.</param>
    /// <param name="other">See <see cref="IssueLogEntry.Other"/>.</param>
    public static IssueLogEntry Next(
        string? last,
        DateTimeOffset at,
        IssueAct act,
        Certificate certificate,
        string other = ""
    )
    {
        var previous = last ?? Beginning;
        return new()
        {
            At = at,
            Act = act,
            Number = certificate.Number,
            Digest = certificate.Digest,
            Other = other,
            PreviousHash = previous,
            Hash = HashOf(previous, at, act, certificate.Number, certificate.Digest, other),
        };
    }

    /// <summary>SHA-256 over the fields of the line as a JSON array, lower-case hexadecimal.</summary>
    public static string HashOf(IssueLogEntry line) =>
        HashOf(line.PreviousHash, line.At, line.Act, line.Number, line.Digest, line.Other);

    private static string HashOf(
        string previous,
        DateTimeOffset at,
        IssueAct act,
        string number,
        string digest,
        string other
    ) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                JsonSerializer.SerializeToUtf8Bytes<object[]>([
                    previous,
                    at.ToUnixTimeMilliseconds(),
                    act.ToString(),
                    number,
                    digest,
                    other,
                ])
            )
        );
}
