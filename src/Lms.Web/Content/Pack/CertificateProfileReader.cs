using Lms.Domain.Certification;
using Lms.Web.Content.Files;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Pack;

/// <summary>The key <c>certificate.profile</c>: the fields without which nothing is issued.</summary>
public static class CertificateProfileReader
{
    /// <summary>By their names in the pack.</summary>
    public static readonly IReadOnlyDictionary<string, CertificateField> Fields = new Dictionary<
        string,
        CertificateField
    >
    {
        ["register-code"] = CertificateField.RegisterCode,
        ["signatory-name"] = CertificateField.SignatoryName,
        ["signatory-position"] = CertificateField.SignatoryPosition,
        ["note"] = CertificateField.Note,
        ["outcomes"] = CertificateField.Outcomes,
        ["form"] = CertificateField.Form,
        ["law"] = CertificateField.Law,
    };

    public static string NameOf(CertificateField field) =>
        Fields.First(known => known.Value == field).Key;

    internal static CertificateProfile Read(Fields certificate)
    {
        var required = new List<CertificateField>();
        foreach (var entry in certificate.Scalars("profile"))
        {
            if (Fields.TryGetValue(entry.Value, out var field))
            {
                required.Add(field);
                continue;
            }

            string[] args = ["profile", string.Join(", ", Fields.Keys), entry.Value];
            var nearest = Nearest.To(entry.Value, Fields.Keys);
            certificate.Report(entry, YamlTexts.ExpectsOneOf, nearest, args);
        }

        return new([.. required.Distinct()]);
    }

    /// <summary>
    /// Warns of what the pack itself leaves empty: it can be read, and no certificate is issued.
    /// </summary>
    internal static void Warn(Fields organisation, OrganisationPack pack)
    {
        var (issuer, certificate) = (organisation.Map("issuer"), organisation.Map("certificate"));
        var signatory = issuer?.Map("signatory");
        foreach (var field in pack.CertificateProfile.Missing(pack.HasFilled))
        {
            var (place, key) = field switch
            {
                CertificateField.RegisterCode => (issuer, "register-code"),
                CertificateField.SignatoryName => (signatory ?? issuer, "name"),
                CertificateField.SignatoryPosition => (signatory ?? issuer, "position"),
                CertificateField.Note => (certificate, "note"),
                CertificateField.Outcomes or CertificateField.Form or CertificateField.Law => (
                    null,
                    ""
                ),
            };
            place?.ReportKey(key, PackTexts.MissingCertificateField, NameOf(field));
        }
    }
}
