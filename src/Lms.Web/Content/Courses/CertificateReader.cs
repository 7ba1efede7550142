using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Web.Content.Blocks.Callouts;
using Lms.Web.Content.Files;
using Lms.Web.Content.Pack;
using Lms.Web.Content.Yaml;

namespace Lms.Web.Content.Courses;

/// <summary>The terms of the certificate in course.md.</summary>
internal static class CertificateReader
{
    /// <summary>Null when the course issues none.</summary>
    /// <param name="courseTitle">The title of a certificate that has none of its own.</param>
    public static CertificateTerms? Read(Fields fields, string courseTitle, OrganisationPack pack)
    {
        if (fields.Map("certificate") is not { } certificate)
        {
            return null;
        }

        var terms = new CertificateTerms(
            certificate.OptionalText("title") ?? courseTitle,
            certificate.Months("validity"),
            certificate.Text("form"),
            LawOf(certificate, pack.Acts)
        );
        certificate.RefuseTheRest();
        Warn(fields, certificate, terms, pack);
        return terms;
    }

    // The course can be read and learnt; its certificates wait.
    private static void Warn(
        Fields fields,
        Fields certificate,
        CertificateTerms terms,
        OrganisationPack pack
    )
    {
        var missing = pack.CertificateProfile.Missing(field =>
            field switch
            {
                CertificateField.Outcomes => fields.Texts("outcomes").Count > 0,
                CertificateField.Form => terms.Form.Length > 0,
                CertificateField.Law => terms.Law.Count > 0,
                CertificateField.RegisterCode
                or CertificateField.SignatoryName
                or CertificateField.SignatoryPosition
                or CertificateField.Note => true,
            }
        );
        foreach (var field in missing)
        {
            var name = CertificateProfileReader.NameOf(field);
            (field == CertificateField.Outcomes ? fields : certificate).ReportKey(
                name,
                PackTexts.MissingCertificateField,
                name
            );
        }
    }

    /// <summary>An act named in a key; reported when the register does not have it.</summary>
    public static LegalAct? ActOf(Fields fields, string key, ActRegister acts)
    {
        if (fields.OptionalText(key) is not { } id)
        {
            return null;
        }

        if (acts.Find(id) is { } act)
        {
            return act;
        }

        var nearest = Nearest.To(id, acts.Acts.Select(known => known.Id));
        fields.Report(fields.Find(key)!, CalloutTexts.UnknownAct, nearest, [id]);
        return null;
    }

    private static List<LawEdition> LawOf(Fields certificate, ActRegister acts)
    {
        var law = new List<LawEdition>();
        foreach (var row in certificate.Rows("law"))
        {
            row.Require("act");
            row.Require("edition");
            if ((ActOf(row, "act", acts), row.Date("edition")) is ({ } act, { } edition))
            {
                law.Add(new(act.Id, edition));
                if (act.State == ActState.Changed)
                {
                    row.ReportKey("act", CalloutTexts.ChangedAct, act.Id);
                }
            }

            row.RefuseTheRest();
        }

        return law;
    }
}
