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
    public static string EmailOf(int number) => $"bench{number}@demo.example";

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
            Email = EmailOf(number),
            NormalizedEmail = EmailOf(number).ToUpperInvariant(),
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
        await db.SaveChangesAsync();
        return account;
    }

    /// <summary>Of a session made for it.</summary>
    public static async Task<string> CookieAsync(IServiceProvider services, Account account)
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var time = services.GetRequiredService<TimeProvider>();
        var now = time.Now();
        var session = new SignInSession
        {
            Id = new(time.NewId()),
            AccountId = account.Id,
            StartedAt = now,
            Means = SignInMeans.Password,
            ProvedAt = now,
            SeenAt = now,
            Device = "",
            Network = "",
        };
        await using var db = services
            .GetRequiredService<LmsDatabase>()
            .Open(Viewer.System("bench"));
        db.Add(session);
        await db.SaveChangesAsync();
        var ticket = new AuthenticationTicket(
            SignInCookie.Of(session.Id, account),
            new() { IssuedUtc = now, ExpiresUtc = now + options.ExpireTimeSpan },
            IdentityConstants.ApplicationScheme
        );
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }
}
