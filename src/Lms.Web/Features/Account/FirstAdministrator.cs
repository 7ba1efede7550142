using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Account;

/// <summary>What an attempt to become the first administrator came to.</summary>
public abstract record SetupAnswer
{
    private SetupAnswer() { }

    public sealed record Done(Access.Account Account) : SetupAnswer;

    /// <summary>The code is wrong, used or over an hour old.</summary>
    public sealed record WrongCode : SetupAnswer;

    public sealed record WeakPassword(PasswordAnswer Rule) : SetupAnswer;

    /// <summary>Somebody signs in with that address already.</summary>
    public sealed record LoginTaken : SetupAnswer;

    /// <summary>Somebody is an administrator today.</summary>
    public sealed record Closed : SetupAnswer;
}

/// <summary>
/// Lets an administrator in where there is none: the first one, or the next when the right of the last
/// one has ended. It takes a one-time code that only the machine's own console shows; no default account
/// or password ever exists.
/// </summary>
public sealed class FirstAdministrator(
    LmsDatabase database,
    SetupGate gate,
    OrganisationPack pack,
    ILookupNormalizer normalizer,
    SetPassword passwords,
    TimeProvider time
)
{
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(60);
    private static readonly Viewer Console = Viewer.System("first administrator");

    /// <summary>
    /// Whether the page is there: before anyone came in, and later while a code of the console is open.
    /// </summary>
    public async Task<bool> IsAwaitedAsync()
    {
        if (!await gate.IsOpenAsync())
        {
            return true;
        }

        var now = time.Now();
        await using var db = database.Open(Console);
        return await db.SetupCodes.AnyAsync(code => code.UsedAt == null && code.ExpiresAt > now)
            && !await HasAdministratorAsync(db);
    }

    /// <summary>A fresh code; earlier ones stop working. Null when somebody is an administrator.</summary>
    public async Task<string?> NewCodeAsync()
    {
        await using var db = database.Open(Console);
        return await db.WriteAsync(async () =>
        {
            if (await HasAdministratorAsync(db))
            {
                return null;
            }

            db.SetupCodes.RemoveRange(await db.SetupCodes.ToListAsync());
            var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            db.SetupCodes.Add(
                new SetupCode { Hash = HashOf(code), ExpiresAt = time.Now() + Validity }
            );
            await db.SaveChangesAsync();
            return code;
        });
    }

    public async Task<SetupAnswer> CreateAsync(string code, string email, string password)
    {
        await using var db = database.Open(Console);
        var answer = await db.WriteAsync(() => CreateAsync(db, code, email, password));
        if (answer is SetupAnswer.Done)
        {
            gate.Open();
        }

        return answer;
    }

    private async Task<SetupAnswer> CreateAsync(
        LmsDbContext db,
        string typed,
        string email,
        string password
    )
    {
        if (await HasAdministratorAsync(db))
        {
            return new SetupAnswer.Closed();
        }

        var now = time.Now();
        var hash = HashOf(typed.Trim());
        var code = await db.SetupCodes.SingleOrDefaultAsync(known => known.Hash == hash);
        if (code is null || code.UsedAt is not null || code.ExpiresAt <= now)
        {
            return new SetupAnswer.WrongCode();
        }

        var name = normalizer.NormalizeName(email);
        if (
            await db.Accounts.AnyAsync(known =>
                known.NormalizedUserName == name || known.NormalizedEmail == name
            )
        )
        {
            return new SetupAnswer.LoginTaken();
        }

        var account = new Access.Account
        {
            Id = new(time.NewId()),
            UserName = email,
            NormalizedUserName = name,
            Email = email,
            NormalizedEmail = normalizer.NormalizeEmail(email),
        };
        var answer = await passwords.InsideAsync(db, account, password);
        if (answer != PasswordAnswer.Done)
        {
            return new SetupAnswer.WeakPassword(answer);
        }

        code.UsedAt = now;
        account.Grants.Add(
            new Grant
            {
                Id = new(time.NewId()),
                AccountId = account.Id,
                Role = AccessRole.Admin,
                From = pack.DayOf(now),
            }
        );
        db.Accounts.Add(account);
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.AdministratorCreated,
                Actor = account.Id,
            }
        );
        await db.SaveChangesAsync();
        return new SetupAnswer.Done(account);
    }

    private Task<bool> HasAdministratorAsync(LmsDbContext db) =>
        LastAdministrator.Holding(db, pack.DayOf(time.Now())).AnyAsync();

    private static string HashOf(string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
