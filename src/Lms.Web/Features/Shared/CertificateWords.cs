using Lms.Domain.Certification;
using Lms.Web.Content.Pack;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The words of a certificate, in the language of its course: everything that a provider's document
/// must show (КМУ 21.08.2019 № 800, on documents of professional development), and that it gives no
/// right to establish a status.
/// </summary>
internal sealed class CertificateWords(
    OrganisationPack pack,
    SiteSettings site,
    PublishedCourse course,
    CertificatePayload payload
)
{
    private readonly Texts texts = Texts.In(course.Manifest.Language);

    public Uri Address => VerifyCode.Address(site, payload.Code);

    public CertificateSheetText Text
    {
        get
        {
            var language = texts.Language;
            var issuer = pack.Issuer;
            return new(
                Language: language,
                DocumentTitle: texts.Fill("shared.certificate.sheet.document", payload.Number),
                Issuer: issuer.Name.In(language),
                IssuerDetail: issuer.RegisterCode.Length == 0
                    ? ""
                    : texts.Fill("shared.certificate.sheet.register-code", issuer.RegisterCode),
                Heading: texts["shared.certificate.sheet.heading"],
                Subheading: course.Manifest.Certificate!.Title,
                HolderName: payload.Holder,
                Statement: texts["shared.certificate.sheet.statement"],
                CourseTitle: payload.Title,
                Facts: [.. Facts()],
                Outcomes: course.Manifest.Outcomes,
                Signatory: string.Join(
                    ' ',
                    new[] { issuer.Signatory.Position.In(language), issuer.Signatory.Name }.Where(
                        part => part.Length > 0
                    )
                ),
                VerifyAddress: Address.AbsoluteUri,
                VerifyHint: texts["shared.certificate.sheet.verify"],
                QrAlternative: texts.Fill("shared.certificate.sheet.qr", Address.AbsoluteUri),
                Note: pack.CertificateNote.In(language),
                OutcomesHeading: texts["shared.certificate.sheet.outcomes"]
            );
        }
    }

    private IEnumerable<(string Label, string Text)> Facts()
    {
        yield return Fact("number", payload.Number);
        yield return Fact("volume", texts.Volume(payload.Hours, payload.Credits));
        yield return Fact("form", course.Manifest.Certificate!.Form);
        yield return Fact("result", texts["shared.certificate.sheet.passed"]);
        yield return Fact(
            "version",
            texts.Fill("shared.certificate.sheet.version-text", payload.Version)
        );
        foreach (var law in payload.Law)
        {
            var act = pack.Acts.Find(law.Act);
            var name = texts.Fill(
                "shared.certificate.sheet.act",
                act?.Number ?? law.Act,
                texts.Day(law.Edition)
            );
            yield return Fact("law", name);
        }

        yield return Fact("issued", texts.Day(payload.Issued));
        yield return Fact(
            "until",
            payload.ValidUntil is { } day
                ? texts.Fill("shared.certificate.sheet.until-text", texts.Day(day))
                : texts["shared.certificate.sheet.no-end"]
        );
    }

    private (string Label, string Text) Fact(string key, string text) =>
        (texts[$"shared.certificate.sheet.{key}"], text);
}
