using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Certificates;

public enum RevokeAnswer
{
    Done,

    Unknown,

    /// <summary>There is no reason, or one of more than 500 characters.</summary>
    BadReason,

    /// <summary>It holds no longer already: who, when and why stay as they are.</summary>
    Already,
}

/// <summary>
/// Revokes a certificate for a cause and a reason, and tells the holder. A certificate has one
/// revocation, so twice is once.
/// </summary>
public sealed class RevokeCertificate(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    LmsSettings settings,
    TimeProvider time
)
{
    public const int LongestReason = 500;

    /// <summary>The causes a person gives; the other one comes with a successor.</summary>
    public static readonly IReadOnlyList<RevocationCause> Given =
    [
        RevocationCause.IssuedInError,
        RevocationCause.Misconduct,
        RevocationCause.HolderAsked,
    ];

    public Task<RevokeAnswer> RunAsync(string number, RevocationCause cause, string reason) =>
        db.WriteAsync(async () =>
        {
            if (reason.Trim().Length is 0 or > LongestReason || !Given.Contains(cause))
            {
                return RevokeAnswer.BadReason;
            }

            var certificate = await db
                .Certificates.Include(found => found.Revocation)
                .SingleOrDefaultAsync(found => found.Number == number);
            if (certificate is null)
            {
                return RevokeAnswer.Unknown;
            }

            if (certificate.Revocation is not null)
            {
                return RevokeAnswer.Already;
            }

            await InsideAsync(certificate, cause, reason);
            Record(AuditAction.CertificateRevoked, certificate.PersonId, certificate.Number);
            await TellAsync(
                certificate.PersonId,
                $"certificate-revoked:{certificate.Number}",
                "revoked",
                certificate.Number
            );
            await db.SaveChangesAsync();
            return RevokeAnswer.Done;
        });

    /// <summary>The fact and its line in the issue log, inside another write.</summary>
    /// <param name="successor">The number that stands in its place; empty for none.</param>
    internal async Task InsideAsync(
        Certificate certificate,
        RevocationCause cause,
        string reason,
        string successor = ""
    )
    {
        var now = time.Now();
        db.Revocations.Add(
            new Revocation
            {
                CertificateId = certificate.Id,
                PersonId = certificate.PersonId,
                Cause = cause,
                Reason = reason.Trim(),
                RevokedBy = current.Viewer.Person,
                RevokedAt = now,
                RevokedOn = pack.DayOf(now),
            }
        );
        await db.LogAsync(now, IssueAct.Revoked, certificate, successor);
    }

    internal void Record(AuditAction action, PersonId holder, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = holder,
                Detail = detail,
            }
        );

    // The reason stands on the page, not in the letter: a phone shows letters to whoever holds it.
    internal Task TellAsync(PersonId holder, string about, string words, params object[] places)
    {
        var texts = Texts.In(pack.Languages[0]);
        var link = new Uri(settings.Site.Uri, "/certificates");
        return db.TellAsync(
            time,
            holder,
            about,
            texts["admin.certificates.mail.subject"],
            texts.Fill($"admin.certificates.mail.{words}", [.. places, link])
        );
    }
}
