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
/// signed payload, document, the letter that tells of it and the entry in the audit, or nothing. A course without terms
/// of a certificate issues none.
/// </summary>
public sealed class IssueCertificate(
    LmsDbContext db,
    OrganisationPack pack,
    LmsSettings settings,
    SigningKey key,
    TimeProvider time
)
{
    /// <param name="replaced">
    /// The certificate that the new one stands in place of: its validity is not prolonged by it.
    /// </param>
    public async Task InsideAsync(
        Completion completion,
        PublishedCourse course,
        Certificate? replaced = null
    )
    {
        if (course.Manifest.Certificate is not { } terms)
        {
            return;
        }

        var now = time.Now();
        var issuedOn = pack.DayOf(now);
        var holder = await db.People.AsNoTracking().SingleAsync(p => p.Id == completion.PersonId);
        var entry = (await RegisterAsync(issuedOn.Year)).Next();
        var until = replaced is null
            ? Certificate.LastDay(issuedOn, terms.ValidityMonths)
            : replaced.ValidUntil;
        var payload = PayloadOf(entry, holder.Name, course, terms, issuedOn, until);
        var json = SigningKey.Serialise(payload);
        var jws = key.Sign(json);
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
            Law = payload.Law,
            IssuedOn = issuedOn,
            ValidUntil = payload.ValidUntil,
            KeyId = key.Id,
            Digest = SigningKey.Digest(payload.Salt, json),
            ReplacesId = replaced?.Id,
        };
        var sheet = new CertificateWords(pack, settings.Site, course, payload);
        db.Certificates.Add(certificate);
        db.CertificateContents.Add(
            new CertificateContent
            {
                CertificateId = certificate.Id,
                PersonId = holder.Id,
                HolderName = holder.Name,
                Payload = json,
                Salt = payload.Salt,
                Jws = jws,
            }
        );
        db.CertificateDocuments.Add(
            new CertificateDocument
            {
                CertificateId = certificate.Id,
                Language = course.Manifest.Language,
                PersonId = holder.Id,
                Pdf = CertificateSheet.Draw(sheet.Text, VerifyCode.Matrix(sheet.Address, jws), now),
            }
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
    }

    private CertificatePayload PayloadOf(
        RegisterEntry entry,
        PersonName holder,
        PublishedCourse course,
        CertificateTerms terms,
        DateOnly issuedOn,
        DateOnly? until
    )
    {
        var manifest = course.Manifest;
        return new()
        {
            Issuer = pack.Issuer.Name.In(manifest.Language),
            Number = entry.Number(pack.Register.NumberPrefix),
            Code = CertificateCode.Of(RandomNumberGenerator.GetBytes(16)),
            Salt = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            Holder = holder.Full,
            Course = course.Slug,
            Title = manifest.Title,
            Version = course.Number,
            Hours = manifest.Hours.Total,
            Credits = manifest.Hours.Credits(pack.HoursPerCredit),
            Law = terms.Law,
            Issued = issuedOn,
            ValidUntil = until,
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
