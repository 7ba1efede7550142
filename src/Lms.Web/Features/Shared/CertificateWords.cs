using System.Globalization;
using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Web.Content.Pack;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The words of a certificate in one language: everything that a provider's document must show (КМУ
/// 21.08.2019 № 800, on documents of professional development), and that it gives no right to
/// establish a status. What the course says in another language alone is left in that one.
/// </summary>
internal sealed class CertificateWords(
    OrganisationPack pack,
    SiteSettings site,
    PublishedCourse course,
    CertificatePayload payload,
    string language
)
{
    private readonly Texts texts = Texts.In(language);

    private readonly ManifestTranslation? translation =
        course.Manifest.Translations.GetValueOrDefault(language) is { IsStale: false } current
            ? current
            : null;

    public Uri Address => VerifyCode.Address(site, payload.Code);

    /// <summary>Certifies nothing: issued in a demonstration.</summary>
    public required bool IsSample { get; init; }

    public CertificateSheetText Text
    {
        get
        {
            var issuer = pack.Issuer;
            var (leads, other) = Names();
            return new(
                Language: language,
                DocumentTitle: texts.Fill("shared.certificate.sheet.document", payload.Number),
                Issuer: issuer.Name.In(language),
                IssuerDetail: issuer.RegisterCode.Length == 0
                    ? ""
                    : texts.Fill("shared.certificate.sheet.register-code", issuer.RegisterCode),
                Heading: texts["shared.certificate.sheet.heading"],
                Subheading: Kind(texts["shared.certificate.sheet.heading"]),
                HolderName: leads,
                Statement: texts["shared.certificate.sheet.statement"],
                CourseTitle: course.Coded(translation?.Title ?? course.Manifest.Title),
                Facts: [.. Facts()],
                Outcomes: translation is { Outcomes.Count: > 0 }
                    ? translation.Outcomes
                    : course.Manifest.Outcomes,
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
            )
            {
                Sample = IsSample ? texts["shared.certificate.sheet.sample"] : "",
                OtherName = other,
                HolderLanguage = LanguageOf(leads),
                OtherLanguage = LanguageOf(other),
                CourseLanguage =
                    translation is null && course.Manifest.Language != language
                        ? course.Manifest.Language
                        : null,
            };
        }
    }

    /// <summary>The translated words, or the course's own where it speaks this language.</summary>
    private string? Own(string words, string? translated) =>
        course.Manifest.Language == language ? words
        : translated is { Length: > 0 } ? translated
        : null;

    // Below «СЕРТИФІКАТ» the author's «Сертифікат про …» says only the rest.
    private string Kind(string heading)
    {
        var manifest = course.Manifest;
        var title = manifest.Certificate!.Title;
        var kind = Own(title == manifest.Title ? "" : title, translation?.CertificateTitle) ?? "";
        kind = kind.StartsWith(heading + " ", ignoreCase: true, texts.Culture)
            ? kind[(heading.Length + 1)..].Trim()
            : kind;
        return kind.Length > 0 ? kind : texts["shared.certificate.sheet.kind"];
    }

    // In a language of Latin letters the Latin form leads, as the passport has it.
    private (string Leads, string Other) Names() =>
        payload.Latin is not { } latin ? (payload.Holder, "")
        : language == "en" ? (latin, payload.Holder)
        : (payload.Holder, latin);

    private string? LanguageOf(string name)
    {
        var own = name == payload.Holder ? pack.Languages[0] : "en";
        return own == language ? null : own;
    }

    private IEnumerable<(string Label, string Text)> Facts()
    {
        var manifest = course.Manifest;
        yield return Fact("number", payload.Number);
        yield return Fact("volume", texts.Volume(payload.Hours, payload.Credits));
        yield return Fact("hours", Split(manifest.Hours));
        if (Own(manifest.Certificate!.Form, translation?.CertificateForm) is { Length: > 0 } form)
        {
            yield return Fact("form", form);
        }

        yield return Fact("result", texts["shared.certificate.sheet.passed"]);
        yield return Fact(
            "version",
            texts.Fill("shared.certificate.sheet.version-text", payload.Version)
        );
        if (payload.Law is { } law)
        {
            yield return Fact("law", string.Join("; ", law.Select(Act)));
        }

        yield return Fact("issued", texts.Day(payload.Issued));
        yield return Fact(
            "until",
            payload.ValidUntil is { } day
                ? texts.Fill("shared.certificate.sheet.until-text", texts.Day(day))
                : texts["shared.certificate.sheet.no-end"]
        );
    }

    private string Split(CourseHours hours) =>
        hours.Live == 0
            ? texts.Fill("shared.certificate.sheet.hours-self", hours.Self)
            : texts.Fill("shared.certificate.sheet.hours-both", hours.Self, hours.Live);

    private string Act(string law)
    {
        var at = law.LastIndexOf('@');
        var act = pack.Acts.Find(law[..at]);
        var name = act switch
        {
            null => law[..at],
            { Number.Length: > 0 } => texts.Fill("shared.certificate.sheet.number-of", act.Number),
            _ => act.Title.In(language),
        };
        var edition = DateOnly.ParseExact(
            law.AsSpan(at + 1),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
        return texts.Fill("shared.certificate.sheet.act", name, texts.Day(edition));
    }

    private (string Label, string Text) Fact(string key, string text) =>
        (texts[$"shared.certificate.sheet.{key}"], text);
}
