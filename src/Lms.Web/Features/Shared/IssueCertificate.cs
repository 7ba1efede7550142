using System.Buffers.Text;
using System.Security.Cryptography;
using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Learning;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Pdf;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary>
/// Issues the certificate of a completion, inside the write that adds the completion: number, code,
/// signed payload, a document in each language, the letter that tells of it and the entry in the
/// audit, or nothing. A field that the organisation's profile requires and nobody has filled refuses
/// it; in a demonstration, whose sheets say that they are samples, it does not.
/// </summary>
public sealed class IssueCertificate(
    LmsDbContext db,
    OrganisationPack pack,
    LmsSettings settings,
    SigningKey key,
    SignCertificate sign,
    TimeProvider time
)
{
    /// <param name="replaced">
    /// The certificate that the new one stands in place of: its validity is not prolonged by it.
    /// </param>
    public async Task<IssueDecision> InsideAsync(
        Completion completion,
        PublishedCourse course,
        Certificate? replaced = null
    )
    {
        if (course.Manifest.Certificate is not { } terms)
        {
            return new IssueDecision.NotOffered();
        }

        var missing = CertificateFields.Missing(pack, course.Manifest);
        if (missing.Count > 0 && !settings.Demo)
        {
            return new IssueDecision.Refused(missing);
        }

        var now = time.Now();
        var issuedOn = pack.DayOf(now);
        var holder = await db.People.AsNoTracking().SingleAsync(p => p.Id == completion.PersonId);
        var entry = (await RegisterAsync(issuedOn.Year)).Next();
        var until = replaced is null
            ? Certificate.LastDay(issuedOn, terms.ValidityMonths)
            : replaced.ValidUntil;
        var signed = sign.Of(ClaimOf(entry, holder, course, terms, issuedOn, until), course, now);
        var payload = signed.Payload;
        var certificate = new Certificate
        {
            Id = new(time.NewId()),
            Number = payload.Number,
            Entry = entry,
            Code = payload.Code,
            PersonId = holder.Id,
            CompletionId = completion.Id,
            CourseId = course.Id,
            CourseVersionId = course.Version,
            Hours = payload.Hours,
            Law = terms.Law,
            IssuedOn = issuedOn,
            ValidUntil = payload.ValidUntil,
            KeyId = key.Id,
            Digest = SigningKey.Digest(payload.Salt, signed.Json),
            ReplacesId = replaced?.Id,
        };
        db.Certificates.Add(certificate);
        db.CertificateContents.Add(
            new CertificateContent
            {
                CertificateId = certificate.Id,
                PersonId = holder.Id,
                HolderName = holder.Name,
                Payload = signed.Json,
                Salt = payload.Salt,
                Jws = signed.Jws,
            }
        );
        db.CertificateDocuments.AddRange(
            signed.Sheets.Select(sheet => new CertificateDocument
            {
                CertificateId = certificate.Id,
                Language = sheet.Language,
                PersonId = holder.Id,
                Pdf = sheet.Pdf,
            })
        );
        if (replaced is null)
        {
            await TellAsync(certificate);
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.CertificateIssued,
                Subject = holder.Id,
                Detail = certificate.Number,
            }
        );
        await db.LogAsync(now, IssueAct.Issued, certificate, replaced?.Number ?? "");
        return new IssueDecision.Issued(certificate.Number);
    }

    private CertificatePayload ClaimOf(
        RegisterEntry entry,
        Person holder,
        PublishedCourse course,
        CertificateTerms terms,
        DateOnly issuedOn,
        DateOnly? until
    )
    {
        var manifest = course.Manifest;
        return new()
        {
            Issuer = pack.Issuer.Name.In(pack.Languages[0]),
            IssuerCode = pack.Issuer.RegisterCode is { Length: > 0 } code ? code : null,
            Number = entry.Number(pack.Register.NumberPrefix),
            Code = CertificateCode.Of(RandomNumberGenerator.GetBytes(16)),
            Salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Holder = TextLayout.Clean(holder.Name.Full),
            Latin = holder.LatinName is { Length: > 0 } latin ? TextLayout.Clean(latin) : null,
            Course = manifest.Code.Length > 0 ? manifest.Code : course.Slug,
            Title = manifest.Title,
            Version = course.Number,
            Hours = manifest.Hours.Total,
            LiveHours = manifest.Hours.Live > 0 ? manifest.Hours.Live : null,
            Credits = manifest.Hours.Credits(pack.HoursPerCredit),
            Law = CertificatePayload.Acts(terms.Law),
            Issued = issuedOn,
            ValidUntil = until,
            TextsDigest = "",
        };
    }

    private async Task<RegisterYear> RegisterAsync(int year)
    {
        var isDemo = settings.Demo;
        var register = await db.RegisterYears.SingleOrDefaultAsync(r =>
            r.Year == year && r.IsDemo == isDemo
        );
        if (register is null)
        {
            register = new RegisterYear
            {
                Year = year,
                IsDemo = isDemo,
                LastSequence = 0,
            };
            db.RegisterYears.Add(register);
        }

        return register;
    }

    private Task TellAsync(Certificate certificate)
    {
        var texts = Texts.In(pack.Languages[0]);
        var link = new Uri(settings.Site.Uri, "/certificates");
        return db.TellAsync(
            time,
            certificate.PersonId,
            $"certificate-issued:{certificate.Number}",
            texts["shared.certificate.mail.subject"],
            texts.Fill("shared.certificate.mail.body", certificate.Number, link)
        );
    }
}
