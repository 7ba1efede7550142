using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Verify;

/// <summary>What the register answers to anyone who brings a code.</summary>
/// <param name="Holder">Surname and initials; null once the holder's data has been erased.</param>
public sealed record CheckedCertificate(
    string Code,
    string Number,
    bool IsDemo,
    CourseVersionId Version,
    decimal Hours,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    DateOnly? RevokedOn,
    string? Holder
)
{
    public CertificateState StateOn(DateOnly day) =>
        Certificate.StateOf(ValidUntil, RevokedOn, day);
}

/// <summary>Looks a certificate up by its code alone: a number tells a stranger nothing.</summary>
internal static class PublicCheck
{
    private static readonly Viewer Check = Viewer.System("public check by code");

    public static async Task<CheckedCertificate?> FindAsync(LmsDatabase database, string typed)
    {
        if (CertificateCode.Read(typed) is not { } code)
        {
            return null;
        }

        await using var db = database.Open(Check);
        var row = await db
            .Certificates.Where(certificate => certificate.Code == code)
            .Select(certificate => new
            {
                certificate.Number,
                certificate.Entry.IsDemo,
                certificate.CourseVersionId,
                certificate.Hours,
                certificate.IssuedOn,
                certificate.ValidUntil,
                RevokedOn = certificate.Revocation == null
                    ? (DateOnly?)null
                    : certificate.Revocation.RevokedOn,
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
            .FirstOrDefaultAsync();
        return row is null
            ? null
            : new(
                code,
                row.Number,
                row.IsDemo,
                row.CourseVersionId,
                row.Hours,
                row.IssuedOn,
                row.ValidUntil,
                row.RevokedOn,
                row.Holder is { } name
                    ? new PersonName(name.Family, name.Given, name.Patronymic).SurnameAndInitials
                    : null
            );
    }
}
