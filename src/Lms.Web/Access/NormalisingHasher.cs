using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Lms.Web.Access;

/// <summary>
/// Identity's hash (PBKDF2) of the normalised password. It counts how often it works, because what a
/// sign-in costs must not tell whether the account exists.
/// </summary>
public sealed class NormalisingHasher(IOptions<PasswordHasherOptions> options)
    : PasswordHasher<Account>(options)
{
    private const byte ThirdFormat = 1;
    private const int Sha512 = 2;
    private const int SaltBytes = 16;
    private const int HeadBytes = 13;
    private const int HashBytes = 32;

    private long worked;

    /// <summary>How many hashes were computed since the start.</summary>
    public long Worked => Interlocked.Read(ref worked);

    /// <summary>A hash of no password at all: checking one against it costs as much as any.</summary>
    public string Decoy { get; } = DecoyOf(options.Value.IterationCount);

    public override string HashPassword(Account user, string password)
    {
        Interlocked.Increment(ref worked);
        return base.HashPassword(user, PasswordText.Of(password));
    }

    public override PasswordVerificationResult VerifyHashedPassword(
        Account user,
        string hashedPassword,
        string providedPassword
    )
    {
        var password = PasswordText.Of(providedPassword);
        var answer = Verify(user, hashedPassword, password);
        // A hash from before passwords were normalised.
        return
            answer != PasswordVerificationResult.Failed
            || string.Equals(password, providedPassword, StringComparison.Ordinal)
            ? answer
            : Verify(user, hashedPassword, providedPassword);
    }

    private PasswordVerificationResult Verify(Account user, string hash, string password)
    {
        Interlocked.Increment(ref worked);
        return base.VerifyHashedPassword(user, hash, password);
    }

    // The third format of PasswordHasher: its number, the function, rounds, length of salt, salt, hash.
    private static string DecoyOf(int rounds)
    {
        var bytes = RandomNumberGenerator.GetBytes(HeadBytes + SaltBytes + HashBytes);
        bytes[0] = ThirdFormat;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(1), Sha512);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(5), rounds);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(9), SaltBytes);
        return Convert.ToBase64String(bytes);
    }
}
