using System.IO.Compression;
using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certificates;

/// <summary>What a holder takes away: everything valid in one archive, and qualified signatures.</summary>
internal static class OwnFiles
{
    public static void MapOwnFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/certificates/all.zip", AllAsync);
        routes.MapGet(
            "/certificates/{number}/signed.p7s",
            (
                string number,
                Guid? id,
                HttpResponse response,
                CurrentViewer current,
                LmsDbContext db
            ) => SignatureAsync(number, id, isPdf: false, response, current, db)
        );
        routes.MapGet(
            "/certificates/{number}/signed.pdf",
            (
                string number,
                Guid? id,
                HttpResponse response,
                CurrentViewer current,
                LmsDbContext db
            ) => SignatureAsync(number, id, isPdf: true, response, current, db)
        );
    }

    // The holder's own alone, as with the document itself. The newest when no id is given.
    private static async Task<IResult> SignatureAsync(
        string number,
        Guid? id,
        bool isPdf,
        HttpResponse response,
        CurrentViewer current,
        LmsDbContext db
    )
    {
        var person = current.Viewer.Person;
        var wanted = id is { } given ? new QualifiedSignatureId(given) : default;
        var bytes = await db
            .QualifiedSignatures.Where(one =>
                one.PersonId == person
                && (one.Form == SignatureForm.SignedPdf) == isPdf
                && (id == null || one.Id == wanted)
                && db.Certificates.Any(certificate =>
                    certificate.Id == one.CertificateId && certificate.Number == number
                )
            )
            .OrderByDescending(one => one.AttachedAt)
            .Select(one => one.Bytes)
            .FirstOrDefaultAsync();
        response.Headers.CacheControl = "private, no-store";
        return bytes is null
            ? Results.NotFound()
            : Results.File(
                bytes,
                isPdf ? "application/pdf" : "application/pkcs7-signature",
                $"certificate-{number}.{(isPdf ? "signed.pdf" : "p7s")}"
            );
    }

    private static async Task<IResult> AllAsync(
        HttpResponse response,
        CurrentViewer current,
        LmsDbContext db,
        OrganisationPack pack,
        TimeProvider time
    )
    {
        if (current.Viewer.Person is not { } person)
        {
            return Results.NotFound();
        }

        var files = await FilesAsync(db, person, pack.DayOf(time.Now()));
        if (files.Count == 0)
        {
            return Results.NotFound();
        }

        using var archive = new MemoryStream();
        using (var zip = new ZipArchive(archive, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = time.Now();
                await using var stream = await entry.OpenAsync();
                await stream.WriteAsync(bytes);
            }
        }

        response.Headers.CacheControl = "private, no-store";
        return Results.File(archive.ToArray(), "application/zip", "my-certificates.zip");
    }

    private static async Task<List<(string Name, byte[] Bytes)>> FilesAsync(
        LmsDbContext db,
        PersonId person,
        DateOnly today
    )
    {
        var valid = db.Certificates.Where(certificate =>
            certificate.PersonId == person
            && (certificate.ValidUntil == null || certificate.ValidUntil >= today)
            && (certificate.Revocation == null || certificate.Revocation.RevokedOn > today)
        );
        var documents = await valid
            .Join(
                db.CertificateDocuments,
                certificate => certificate.Id,
                document => document.CertificateId,
                (certificate, document) =>
                    new
                    {
                        certificate.Number,
                        document.Language,
                        document.Pdf,
                    }
            )
            .OrderBy(row => row.Number)
            .ThenBy(row => row.Language)
            .ToListAsync();
        var signatures = await valid
            .Join(
                db.QualifiedSignatures,
                certificate => certificate.Id,
                signature => signature.CertificateId,
                (certificate, signature) =>
                    new
                    {
                        certificate.Number,
                        signature.Language,
                        signature.Form,
                        signature.Bytes,
                        signature.AttachedAt,
                    }
            )
            .OrderBy(row => row.Number)
            .ThenBy(row => row.AttachedAt)
            .ThenBy(row => row.Form)
            .ToListAsync();
        return
        [
            .. documents.Select(row => ($"{row.Number}.{row.Language}.pdf", row.Pdf)),
            .. signatures.Select(
                (row, at) =>
                    (
                        $"{row.Number}.{row.Language}.{at + 1}{(row.Form == SignatureForm.SignedPdf ? ".signed.pdf" : ".p7s")}",
                        row.Bytes
                    )
            ),
        ];
    }
}
