using Lms.Domain.Certification;
using Lms.Domain.Shared;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>The issue log: written inside the write it tells of, and read whole when it is checked.</summary>
public static class IssueLog
{
    /// <summary>
    /// Two that follow the same line meet at a unique index; on PostgreSQL the loser's write runs
    /// again, on SQLite there is one writer.
    /// </summary>
    public static async Task LogAsync(
        this LmsDbContext db,
        DateTimeOffset at,
        IssueAct act,
        Certificate certificate,
        string other = ""
    )
    {
        var last = await db
            .IssueLog.OrderByDescending(line => line.Position)
            .Select(line => line.Hash)
            .FirstOrDefaultAsync();
        db.IssueLog.Add(IssueChain.Next(last, at, act, certificate, other));
        // The next line of this write follows it.
        await db.SaveChangesAsync();
    }

    /// <summary>
    /// Enters what the first release issued before there was a log. Done once: a log with a line in it
    /// is never added to from the register, or a line taken out would come back.
    /// </summary>
    public static Task EnterFirstReleaseAsync(this LmsDbContext db, DateTimeOffset now) =>
        db.WriteAsync(async () =>
        {
            if (await db.IssueLog.AnyAsync())
            {
                return;
            }

            var issued = await db
                .Certificates.Include(certificate => certificate.Revocation)
                .OrderBy(certificate => certificate.IssuedOn)
                .ThenBy(certificate => certificate.Number)
                .AsNoTracking()
                .ToListAsync();
            foreach (var certificate in issued)
            {
                await db.LogAsync(now, IssueAct.Issued, certificate);
                if (certificate.Revocation is not null)
                {
                    await db.LogAsync(now, IssueAct.Revoked, certificate);
                }
            }
        });

    /// <summary>How many lines there are, and the first that is wrong; null when none is.</summary>
    /// <param name="anchored">See <see cref="ChainAnchor"/>.</param>
    public static async Task<(int Lines, IssueLogFault? Fault)> CheckIssueLogAsync(
        this LmsDbContext db,
        ChainMark? anchored = null
    )
    {
        var lines = await db.IssueLog.AsNoTracking().OrderBy(line => line.Position).ToListAsync();
        var register = await db
            .Certificates.OrderBy(certificate => certificate.Number)
            .Select(certificate => new RegisteredCertificate(
                certificate.Number,
                certificate.Digest,
                certificate.Revocation != null
            ))
            .ToListAsync();
        return (lines.Count, IssueLogCheck.FirstFault(lines, register, anchored));
    }
}
