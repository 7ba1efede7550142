using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Makes and takes what lets its bearer set a way in, once. Only the hash is kept; a newer ticket of
/// a kind makes the older ones of the account void.
/// </summary>
public sealed class Tickets(TimeProvider time)
{
    /// <returns>The token: 256 random bits, base64url. It is written down nowhere.</returns>
    public async Task<string> MakeAsync(
        LmsDbContext db,
        AccountId account,
        TicketKind kind,
        AccountId? madeBy,
        TimeSpan validity
    )
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        await MakeAsync(db, account, kind, madeBy, validity, token);
        return token;
    }

    /// <param name="token">Given out already, such as a code of few letters.</param>
    public async Task MakeAsync(
        LmsDbContext db,
        AccountId account,
        TicketKind kind,
        AccountId? madeBy,
        TimeSpan validity,
        string token
    )
    {
        var now = time.Now();
        await VoidAsync(db, account, kind);
        db.Tickets.Add(
            new AccessTicket
            {
                Id = new(time.NewId()),
                AccountId = account,
                Kind = kind,
                Hash = HashOf(token),
                MadeBy = madeBy,
                MadeAt = now,
                ExpiresAt = now + validity,
            }
        );
    }

    /// <summary>The ticket while it holds; null when there is none, it is used or its time is over.</summary>
    public async Task<AccessTicket?> FindAsync(LmsDbContext db, string token, TicketKind kind)
    {
        var now = time.Now();
        var hash = HashOf(token);
        return await db.Tickets.SingleOrDefaultAsync(ticket =>
            ticket.Hash == hash
            && ticket.Kind == kind
            && ticket.UsedAt == null
            && ticket.ExpiresAt > now
        );
    }

    /// <summary>All open ones of the kind.</summary>
    public async Task VoidAsync(LmsDbContext db, AccountId account, TicketKind kind)
    {
        var now = time.Now();
        foreach (
            var ticket in await db
                .Tickets.Where(known =>
                    known.AccountId == account && known.Kind == kind && known.UsedAt == null
                )
                .ToListAsync()
        )
        {
            ticket.UsedAt = now;
        }
    }

    public static string HashOf(string token) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
