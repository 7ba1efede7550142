using Lms.Web.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Lms.Web.Access;

/// <summary>The one context that reads accounts before anyone is signed in.</summary>
public sealed class SignInDatabase(LmsDatabase database) : IAsyncDisposable
{
    public LmsDbContext Db { get; } = database.Open(Viewer.System("sign in"));

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}

public sealed class AccountStore(SignInDatabase database, IdentityErrorDescriber describer)
    : UserOnlyStore<Account, LmsDbContext, AccountId>(database.Db, describer)
{
    public override AccountId ConvertIdFromString(string? id) =>
        Guid.TryParse(id, out var guid) ? new AccountId(guid) : default;

    public override string? ConvertIdToString(AccountId id) => id.ToString();
}
