using System.Globalization;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Benchmarks;

/// <summary>People made for the run, and cookies that need no sign-in.</summary>
internal static class BenchPerson
{
    public static async Task<Account> CreateAsync(IServiceProvider services, int number)
    {
        var time = services.GetRequiredService<TimeProvider>();
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        var person = new Person
        {
            Id = new(time.NewId()),
            Name = new PersonName("Зразок", number.ToString(CultureInfo.InvariantCulture), ""),
            Community = await db.People.Select(somebody => somebody.Community).FirstAsync(),
            CreatedAt = time.Now(),
        };
        var account = new Account
        {
            Id = new(time.NewId()),
            PersonId = person.Id,
            Email = $"bench{number}@demo.example",
            NormalizedEmail = $"BENCH{number}@DEMO.EXAMPLE",
            SecurityStamp = time.NewId().ToString("N"),
            IsDemo = true,
        };
        account.Grants.Add(
            new Grant
            {
                Id = new(time.NewId()),
                AccountId = account.Id,
                Role = AccessRole.Specialist,
                From = DateOnly.MinValue,
            }
        );
        db.Add(person);
        db.Add(account);
        db.Add(
            new SignInSession
            {
                Id = new(account.Id.Value),
                AccountId = account.Id,
                StartedAt = time.Now(),
                Means = SignInMeans.Password,
                ProvedAt = time.Now(),
                SeenAt = time.Now(),
                Device = "",
                Network = "",
            }
        );
        await db.SaveChangesAsync();
        return account;
    }

    // Each has one session, of the same id: were the cookie to change, the drivers would fail.
    public static string Cookie(IServiceProvider services, Account account)
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(
            SignInCookie.Of(new(account.Id.Value), account),
            new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
