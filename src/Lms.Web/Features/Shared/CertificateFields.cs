using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared;

/// <summary>Which fields of the organisation's profile a certificate of a course would lack.</summary>
internal static class CertificateFields
{
    public static IReadOnlyList<CertificateField> Missing(
        OrganisationPack pack,
        CourseManifest course
    ) =>
        pack.CertificateProfile.Missing(field =>
            field switch
            {
                CertificateField.Outcomes => course.Outcomes.Count > 0,
                CertificateField.Form => course.Certificate?.Form.Length > 0,
                CertificateField.Law => course.Certificate?.Law.Count > 0,
                CertificateField.RegisterCode
                or CertificateField.SignatoryName
                or CertificateField.SignatoryPosition
                or CertificateField.Note => pack.HasFilled(field),
            }
        );
}
