using System.Globalization;
using System.IO.Compression;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Certificates.Signing;

/// <summary>The documents of a period that wait for a signature, as an archive to be signed outside.</summary>
public sealed class UnsignedBatch(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    public const int Most = 200;

    public Task<int> CountAsync(DateOnly from, DateOnly to) => Unsigned(from, to).CountAsync();

    /// <summary>The first of them in the order of numbers; null when none waits.</summary>
    public async Task<byte[]?> PackAsync(DateOnly from, DateOnly to)
    {
        var documents = await Unsigned(from, to).Take(Most).ToListAsync();
        if (documents.Count == 0)
        {
            return null;
        }

        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var document in documents)
            {
                // Already compressed inside.
                var entry = zip.CreateEntry(
                    $"{document.Number}.{document.Language}.pdf",
                    CompressionLevel.NoCompression
                );
                entry.LastWriteTime = time.Now();
                await using var stream = await entry.OpenAsync();
                await stream.WriteAsync(document.Pdf);
            }
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.CertificatesDownloaded,
                Actor = current.Viewer.Account,
                Detail = documents.Count.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
        return archive.ToArray();
    }

    private IQueryable<IssuedDocument> Unsigned(DateOnly from, DateOnly to) =>
        db.IssuedBetween(from, to, unsignedAlone: true);
}

internal static class DocumentsOfPeriod
{
    /// <summary>Documents of certificates that hold, issued in the period, in the order of numbers.</summary>
    public static IQueryable<IssuedDocument> IssuedBetween(
        this LmsDbContext db,
        DateOnly from,
        DateOnly to,
        bool unsignedAlone = false
    ) =>
        db
            .CertificateDocuments.Join(
                db.Certificates,
                document => document.CertificateId,
                certificate => certificate.Id,
                (document, certificate) => new { document, certificate }
            )
            .Where(pair =>
                pair.certificate.IssuedOn >= from
                && pair.certificate.IssuedOn <= to
                && pair.certificate.Revocation == null
                && (
                    !unsignedAlone
                    || !db.QualifiedSignatures.Any(signature =>
                        signature.CertificateId == pair.certificate.Id
                        && signature.Language == pair.document.Language
                    )
                )
            )
            .OrderBy(pair => pair.certificate.Number)
            .ThenBy(pair => pair.document.Language)
            .Select(pair => new IssuedDocument(
                pair.certificate.Id,
                pair.certificate.PersonId,
                pair.certificate.Number,
                pair.document.Language,
                pair.document.Pdf
            ));
}
