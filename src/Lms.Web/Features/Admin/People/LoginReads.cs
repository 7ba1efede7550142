using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

/// <summary>Finds a login by what its holder types to sign in.</summary>
public sealed class LoginReads(LmsDbContext db, ILookupNormalizer normalizer)
{
    public async Task<AccountId?> FindAsync(string typed)
    {
        var name = normalizer.NormalizeName(typed.Trim());
        return await db
            .Accounts.Where(account =>
                account.NormalizedUserName == name || account.NormalizedEmail == name
            )
            .Select(account => (AccountId?)account.Id)
            .FirstOrDefaultAsync();
    }
}
