using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>The least a sign-in is: the form, one look for the account, one commit and a cookie.</summary>
internal static class FloorSignIn
{
    private static readonly Guid Nobody = Guid.Empty;

    public static async Task<IResult> RunAsync(
        HttpContext http,
        IDbContextFactory<SqliteLmsDbContext> contexts,
        FloorSaves saves
    )
    {
        var form = await http.Request.ReadFormAsync();
        var name = form["Email"].ToString().ToUpperInvariant();
        await using var db = contexts.CreateDbContext();
        var account = await db
            .Accounts.IgnoreQueryFilters()
            .SingleAsync(one => one.NormalizedUserName == name);
        new PasswordHasher<Account>().VerifyHashedPassword(
            account,
            account.PasswordHash!,
            form["Password"].ToString()
        );
        saves.Save(Nobody, account.Id.Value, "sign-in", new(Guid.CreateVersion7(), []));
        await http.SignInAsync(
            IdentityConstants.ApplicationScheme,
            SignInCookie.Of(new(Guid.CreateVersion7()), account)
        );
        return Results.Redirect("/");
    }
}
