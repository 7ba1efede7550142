using Lms.Web.Access;
using Lms.Web.Tests.Features.Sessions.Live;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Web.Tests.Access;

/// <summary>One question for many sign-ins says of each what it would say alone, or nothing.</summary>
public sealed class StandingTests
{
    private static readonly string[] Names =
    [
        "specialist",
        "specialist2",
        "author",
        "auditor",
        "trainer",
        "manager",
        "admin",
    ];

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Sign_ins_of_those_who_need_no_second_factor_are_found_together(string kind)
    {
        await using var host = await LmsHost.StartAsync(
            kind == "Sqlite" ? TestDatabase.Sqlite : TestDatabase.Postgres
        );
        foreach (var name in Names)
        {
            await RoomStage.CookieAsync(host, name);
        }

        await EndOneAsync(host, "specialist2");
        await using var db = host.Look();
        var sessions = await db.Sessions.Select(one => new { one.Id, one.AccountId }).ToListAsync();
        var viewers = host.Services.GetRequiredService<ViewerReads>();
        var standing = await viewers.StandingAsync([.. sessions.Select(one => one.Id)]);

        var emails = new List<string>();
        foreach (var (session, found) in standing)
        {
            var viewer = await viewers.FindAsync(session, found.Stamp!);
            Assert.NotNull(viewer);
            Assert.Equal(viewer.Person, found.Person);
            Assert.False(viewer.NeedsSecondFactor);
            emails.Add(
                (await db.Accounts.SingleAsync(one => one.Id == viewer.Account)).Email!.Split('@')[
                    0
                ]
            );
        }

        Assert.Equal(["auditor", "author", "specialist"], emails.Order());
    }

    private static async Task EndOneAsync(LmsHost host, string name)
    {
        await using var db = host.Look();
        var account = await db.Accounts.SingleAsync(one => one.Email == $"{name}@demo.example");
        var session = await db.Sessions.SingleAsync(one => one.AccountId == account.Id);
        session.EndedAt = host.Clock.GetUtcNow();
        await db.SaveChangesAsync();
    }
}
