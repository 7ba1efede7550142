using System.Security.Cryptography;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account.Security;

/// <summary>Ten codes for the day the phone is lost; each lets its holder in once.</summary>
public sealed class RecoveryCodes(TimeProvider time)
{
    private const int HowMany = 10;

    // 16 of 32 letters are 80 bits: too many to guess from a hash that has no salt.
    private const int Letters = 16;
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Fresh ones in place of all earlier, inside the caller's write; shown once.</summary>
    public async Task<IReadOnlyList<string>> MakeAsync(LmsDbContext db, AccountId account)
    {
        db.RecoveryCodes.RemoveRange(
            await db.RecoveryCodes.Where(code => code.AccountId == account).ToListAsync()
        );
        var codes = Enumerable
            .Range(0, HowMany)
            .Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters))
            .ToList();
        db.RecoveryCodes.AddRange(
            codes.Select(code => new RecoveryCode
            {
                AccountId = account,
                Hash = Tickets.HashOf(code),
            })
        );
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.RecoveryCodesMade,
                Actor = account,
            }
        );
        return
        [
            .. codes.Select(code =>
                string.Join('-', code.Chunk(4).Select(four => new string(four)))
            ),
        ];
    }

    /// <summary>Uses the code up, inside the caller's write; false when there is no such one left.</summary>
    public async Task<bool> TakeAsync(LmsDbContext db, AccountId account, string typed)
    {
        var hash = Tickets.HashOf(Plain(typed));
        var code = await db.RecoveryCodes.SingleOrDefaultAsync(one =>
            one.AccountId == account && one.Hash == hash && one.UsedAt == null
        );
        if (code is null)
        {
            return false;
        }

        code.UsedAt = time.Now();
        return true;
    }

    // As Crockford reads: what looks alike is the same.
    private static string Plain(string typed) =>
        new([
            .. typed
                .ToUpperInvariant()
                .Where(char.IsAsciiLetterOrDigit)
                .Select(letter =>
                    letter switch
                    {
                        'O' => '0',
                        'I' or 'L' => '1',
                        _ => letter,
                    }
                ),
        ]);
}
