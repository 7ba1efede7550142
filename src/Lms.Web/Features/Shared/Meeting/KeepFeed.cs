using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>The address of a person's own calendar. Whoever has it reads when they meet, and no more.</summary>
public sealed class KeepFeed(LmsDatabase database, TimeProvider time)
{
    private static readonly Viewer Keeper = Viewer.System("keep the calendar of a person");

    /// <returns>The token: 256 random bits, base64url. It is written down nowhere; the one before is void.</returns>
    public async Task<string> MakeAsync(PersonId person)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await using var db = database.Open(Keeper);
        await db.WriteAsync(async () =>
        {
            var feed = await db.CalendarFeeds.SingleOrDefaultAsync(one => one.PersonId == person);
            if (feed is null)
            {
                db.CalendarFeeds.Add(
                    new CalendarFeed
                    {
                        PersonId = person,
                        TokenHash = HashOf(token),
                        MadeAt = time.Now(),
                    }
                );
            }
            else
            {
                (feed.TokenHash, feed.MadeAt) = (HashOf(token), time.Now());
            }

            await db.SaveChangesAsync();
        });
        return token;
    }

    /// <summary>Whoever has the address reads nothing with it any more.</summary>
    public async Task EndAsync(PersonId person)
    {
        await using var db = database.Open(Keeper);
        await db.WriteAsync(() =>
            db.CalendarFeeds.Where(feed => feed.PersonId == person).ExecuteDeleteAsync()
        );
    }

    public async Task<bool> HasAsync(PersonId person)
    {
        await using var db = database.Open(Keeper);
        return await db.CalendarFeeds.AnyAsync(feed => feed.PersonId == person);
    }

    /// <summary>Whose it is; null for none, and for someone who may not sign in any more.</summary>
    public async Task<PersonId?> FindAsync(string token)
    {
        var hash = HashOf(token);
        await using var db = database.Open(Keeper);
        return await db
            .CalendarFeeds.Where(feed =>
                feed.TokenHash == hash
                && db.Accounts.Any(account =>
                    account.PersonId == feed.PersonId && account.DeactivatedAt == null
                )
            )
            .Select(feed => (PersonId?)feed.PersonId)
            .SingleOrDefaultAsync();
    }

    private static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
