using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Certificates.Signing;

public enum AttachAnswer
{
    Attached,

    /// <summary>The same bytes were brought before.</summary>
    Already,

    /// <summary>It signs no document of the period.</summary>
    NoDocument,

    /// <summary>It is no signature, or there is none in it.</summary>
    NoSignature,

    /// <summary>It signs by a digest that is not known here.</summary>
    UnknownDigest,

    /// <summary>The signature is not over the whole file, or the file shows something else.</summary>
    Altered,

    TooLarge,

    TooMany,

    /// <summary>No archive, or one with too many files in it.</summary>
    BadArchive,
}

/// <param name="Number">Of the certificate; null when none was found.</param>
public sealed record AttachedFile(string Name, AttachAnswer Answer, string? Number);

/// <summary>
/// Attaches qualified signatures made outside to the documents they sign. Whether a signature is
/// genuine is not checked, and the product says so wherever it shows one.
/// </summary>
public sealed class AttachSignatures(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    /// <summary>Documents of a period that files are held against.</summary>
    public const int MostDocuments = 1000;

    /// <returns>Null when the period has more documents than files can be held against.</returns>
    internal async Task<IReadOnlyList<AttachedFile>?> RunAsync(
        IReadOnlyList<BroughtFile> files,
        DateOnly from,
        DateOnly to
    )
    {
        var documents = await db.IssuedBetween(from, to).Take(MostDocuments + 1).ToListAsync();
        if (documents.Count > MostDocuments)
        {
            return null;
        }

        var issued = new IssuedDocuments(documents);
        var matches = files
            .Select(file =>
                (
                    File: file,
                    Match: file.Bytes is { } bytes
                        ? issued.Match(bytes)
                        : new SignatureMatch(file.Fault!.Value)
                )
            )
            .ToList();
        return await db.WriteAsync(async () =>
        {
            var answers = new List<AttachedFile>(matches.Count);
            foreach (var (file, match) in matches)
            {
                var answer = match.Document is { } document
                    ? await KeepAsync(document, match.Form, file.Bytes!)
                    : match.Answer;
                answers.Add(new(file.Name, answer, match.Document?.Number));
            }

            return answers;
        });
    }

    private async Task<AttachAnswer> KeepAsync(
        IssuedDocument document,
        SignatureForm form,
        byte[] bytes
    )
    {
        if (
            await db.QualifiedSignatures.AnyAsync(one =>
                one.CertificateId == document.Certificate
                && one.Language == document.Language
                && one.Bytes == bytes
            )
        )
        {
            return AttachAnswer.Already;
        }

        var now = time.Now();
        db.QualifiedSignatures.Add(
            new QualifiedSignature
            {
                Id = new(time.NewId()),
                CertificateId = document.Certificate,
                Language = document.Language,
                PersonId = document.Person,
                Form = form,
                Bytes = bytes,
                AttachedAt = now,
            }
        );
        db.Audit.Add(
            new AuditEntry
            {
                At = now,
                Action = AuditAction.SignatureAttached,
                Actor = current.Viewer.Account,
                Subject = document.Person,
                Detail = document.Number,
            }
        );
        await db.SaveChangesAsync();
        return AttachAnswer.Attached;
    }
}
