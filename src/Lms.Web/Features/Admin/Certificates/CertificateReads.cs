using System.Globalization;
using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Certificates;

/// <param name="Holder">As printed; null once the holder's data has been erased.</param>
public sealed record FoundCertificate(
    string Number,
    string? Holder,
    CourseVersionId Version,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    DateOnly? RevokedOn
);

/// <summary>A certificate as an administrator sees it.</summary>
/// <param name="Holder">As printed; null once the holder's data has been erased.</param>
/// <param name="HolderToday">As a new one would print it; null once erased.</param>
public sealed record RegisterFile(
    Certificate Certificate,
    string? Holder,
    string? HolderToday,
    IReadOnlyList<string> Languages,
    string? Predecessor,
    string? Successor,
    IReadOnlyList<IssueLogEntry> Log,
    IReadOnlyList<AttachedSignature> Signatures
)
{
    public Revocation? Revocation => Certificate.Revocation;
}

public sealed record AttachedSignature(string Language, SignatureForm Form, DateTimeOffset At);

/// <summary>The register as administrators search it. Looks at people stand in the log.</summary>
public sealed class CertificateReads(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int Shown = 50;

    private const int MostHolders = 500;

    /// <summary>By number, by code, or by the beginning of the holder's surname; the newest first.</summary>
    public async Task<IReadOnlyList<FoundCertificate>> FindAsync(string typed)
    {
        var number = typed.ToUpperInvariant();
        var code = CertificateCode.Read(typed);
        var holders = await HoldersAsync(typed);
        var rows = await db
            .Certificates.Where(one =>
                one.Number == typed
                || one.Number == number
                || one.Code == code
                || holders.Contains(one.PersonId)
            )
            .OrderByDescending(one => one.IssuedOn)
            .ThenByDescending(one => one.Number)
            .Take(Shown)
            .Select(one => new
            {
                one.Number,
                Holder = one.Content == null
                    ? null
                    : new
                    {
                        one.Content.HolderName.Family,
                        one.Content.HolderName.Given,
                        one.Content.HolderName.Patronymic,
                    },
                one.CourseVersionId,
                one.IssuedOn,
                one.ValidUntil,
                RevokedOn = one.Revocation == null ? (DateOnly?)null : one.Revocation.RevokedOn,
            })
            .ToListAsync();
        Record(AuditAction.PeopleListed, null, rows.Count.ToString(CultureInfo.InvariantCulture));
        await db.SaveChangesAsync();
        return
        [
            .. rows.Select(row => new FoundCertificate(
                row.Number,
                row.Holder is { } name
                    ? new PersonName(name.Family, name.Given, name.Patronymic).Full
                    : null,
                row.CourseVersionId,
                row.IssuedOn,
                row.ValidUntil,
                row.RevokedOn
            )),
        ];
    }

    public async Task<RegisterFile?> OpenAsync(string number)
    {
        var found = await db
            .Certificates.AsNoTracking()
            .Include(one => one.Content)
            .Include(one => one.Revocation)
            .SingleOrDefaultAsync(one => one.Number == number);
        if (found is null)
        {
            return null;
        }

        var holder = await db
            .People.AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == found.PersonId && one.ErasedAt == null);
        var file = new RegisterFile(
            found,
            found.Content?.HolderName.Full,
            holder?.Name.Full,
            await db
                .CertificateDocuments.Where(document => document.CertificateId == found.Id)
                .Select(document => document.Language)
                .ToListAsync(),
            await NumberAsync(db.Certificates.Where(one => one.Id == found.ReplacesId)),
            await NumberAsync(db.Certificates.Where(one => one.ReplacesId == found.Id)),
            await db
                .IssueLog.AsNoTracking()
                .Where(line => line.Number == number)
                .OrderBy(line => line.Position)
                .ToListAsync(),
            await db
                .QualifiedSignatures.Where(one => one.CertificateId == found.Id)
                .OrderBy(one => one.AttachedAt)
                .Select(one => new AttachedSignature(one.Language, one.Form, one.AttachedAt))
                .ToListAsync()
        );
        Record(AuditAction.PersonLooked, found.PersonId, number);
        await db.SaveChangesAsync();
        return file;
    }

    private static Task<string?> NumberAsync(IQueryable<Certificate> one) =>
        one.Select(found => found.Number).SingleOrDefaultAsync();

    // Whoever has the surname today, or had it when the document was printed.
    private async Task<List<PersonId>> HoldersAsync(string typed)
    {
        var culture = Texts.In(pack.Languages[0]).Culture;
        var today = await db.People.Select(one => new { one.Id, one.Name.Family }).ToListAsync();
        var printed = await db
            .CertificateContents.Select(one => new { Id = one.PersonId, one.HolderName.Family })
            .Distinct()
            .ToListAsync();
        return
        [
            .. today
                .Concat(printed)
                .Where(one => SurnameSearch.Begins(one.Family, typed, culture))
                .Select(one => one.Id)
                .Distinct()
                .Take(MostHolders),
        ];
    }

    private void Record(AuditAction action, PersonId? subject, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = action,
                Actor = current.Viewer.Account,
                Subject = subject,
                Detail = detail,
            }
        );
}
