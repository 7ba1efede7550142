using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Verify;

/// <summary>Looks certificates up by their codes alone: a number tells a stranger nothing.</summary>
public static class PublicCheck
{
    private static readonly Viewer Check = Viewer.System("public check by code");

    public static async Task<CheckedCertificate?> FindAsync(LmsDatabase database, string typed) =>
        CertificateCode.Read(typed) is { } code
            ? (await FindAsync(database, [code])).GetValueOrDefault(code)
            : null;

    /// <summary>In one query, by code; unknown ones are left out.</summary>
    /// <param name="codes">In their one written form.</param>
    public static async Task<IReadOnlyDictionary<string, CheckedCertificate>> FindAsync(
        LmsDatabase database,
        IReadOnlyList<string> codes
    )
    {
        await using var db = database.Open(Check);
        var rows = await db
            .Certificates.Where(certificate => codes.Contains(certificate.Code))
            .Select(certificate => new
            {
                certificate.Code,
                certificate.Number,
                certificate.Entry.IsDemo,
                certificate.CourseVersionId,
                certificate.Hours,
                certificate.IssuedOn,
                certificate.ValidUntil,
                RevokedOn = certificate.Revocation == null
                    ? (DateOnly?)null
                    : certificate.Revocation.RevokedOn,
                Successor = db
                    .Certificates.Where(later => later.ReplacesId == certificate.Id)
                    .Select(later => later.Number)
                    .FirstOrDefault(),
                Holder = db
                    .CertificateContents.Where(content => content.CertificateId == certificate.Id)
                    .Select(content => new
                    {
                        content.HolderName.Family,
                        content.HolderName.Given,
                        content.HolderName.Patronymic,
                    })
                    .FirstOrDefault(),
            })
            .ToListAsync();
        return rows.Select(row => new CheckedCertificate(
                row.Code,
                row.Number,
                row.IsDemo,
                row.CourseVersionId,
                row.Hours,
                row.IssuedOn,
                row.ValidUntil,
                row.RevokedOn,
                row.Successor,
                row.Holder is { } name
                    ? new PersonName(name.Family, name.Given, name.Patronymic).SurnameAndInitials
                    : null
            ))
            .ToDictionary(one => one.Code, StringComparer.Ordinal);
    }
}
