using Lms.Domain.Certification;
using Lms.Domain.Courses;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Pdf;

namespace Lms.Web.Tests.Features.Certificates;

/// <summary>A certificate signed and drawn without a database, as long as one gets in practice.</summary>
internal static class IssuedSample
{
    public const string Code = "7G4K2M9PXQ1T8RVW3ZHC5NBDJ6A";

    public static readonly DateTimeOffset At = new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero);

    private static readonly string[] acts =
    [
        "3739-VI",
        "palermo-protocol",
        "2558-IX",
        "2229-VIII",
        "783-2012",
        "1363-2022",
    ];

    public static OrganisationPack Pack { get; } =
        new()
        {
            Languages = ["uk", "en"],
            Issuer = new(
                new(
                    "ГО «Професійна ліга соціальних працівників Сумщини»",
                    "NGO “Professional League of Social Workers of Sumy region”"
                ),
                "12345678",
                new("Олександра Кравченко-Білик", new("Голова правління", "Head of the Board"))
            ),
            CertificateNote = new(
                "Визнання результатів — за рішенням роботодавця чи органу відповідно до законодавства. Сертифікат не дає права встановлювати статус особи, яка постраждала від торгівлі людьми.",
                "Recognition of the results is decided by the employer or the body concerned under the law. The certificate gives no right to establish the status of a trafficked person."
            ),
        };

    public static CertificatePayload Claim { get; } =
        new()
        {
            Issuer = Pack.Issuer.Name.Uk,
            IssuerCode = Pack.Issuer.RegisterCode,
            Number = "2026-000417",
            Code = Code,
            Salt = "AAAAAAAAAAAAAAAAAAAAAA",
            Holder = "Ґудзенко-Мар’яненко Наталія Їванівна",
            Course = "К1",
            Title = "Торгівля людьми: що має знати кожен у громаді",
            Version = 3,
            Hours = 6,
            LiveHours = 1.5m,
            Credits = 0.2m,
            Law = ["3739-VI@2026-11-23"],
            Issued = new(2026, 11, 24),
            ValidUntil = new(2028, 11, 23),
            TextsDigest = "",
        };

    /// <summary>Names of two surnames, a title of 150 letters, six acts.</summary>
    public static CertificatePayload Longest { get; } =
        Claim with
        {
            Holder = "Александренко-Білоцерківська Владислава-Анастасія Всеволодівна",
            Latin = "Aleksandrenko-Bilotserkivska Vladyslava-Anastasiia",
            Title =
                "Протидія торгівлі людьми та насильству: раннє виявлення, розмова, перенаправлення, "
                + "супровід і міжвідомча взаємодія у громаді Сумської області",
            Hours = 78,
            LiveHours = 18,
            Credits = 2.6m,
            Law = [.. acts.Select(act => $"{act}@2026-11-23")],
        };

    public static SignedCertificate Sign(
        CertificatePayload claim,
        SigningKey key,
        bool isDemo = false,
        OrganisationPack? pack = null,
        CourseManifest? manifest = null
    )
    {
        var settings = new LmsSettings
        {
            Demo = isDemo,
            Site = new() { Address = "https://navchannia.example.org" },
        };
        return new SignCertificate(pack ?? Pack, settings, key).Of(
            claim,
            Course(manifest ?? Manifest(claim)),
            At
        );
    }

    /// <summary>The words of the first language, as they are drawn.</summary>
    public static CertificateSheetText TextOf(CertificatePayload claim) =>
        new CertificateWords(
            Pack,
            new SiteSettings { Address = "https://navchannia.example.org" },
            Course(Manifest(claim)),
            claim,
            "uk"
        )
        {
            IsSample = false,
        }.Text;

    public static CourseManifest Manifest(CertificatePayload claim) =>
        new()
        {
            Title = claim.Title!,
            Code = claim.Course,
            Language = "uk",
            Hours = new(claim.Hours - (claim.LiveHours ?? 0), claim.LiveHours ?? 0),
            Outcomes =
            [
                "пояснює торгівлю людьми через дію, засіб і мету та знає правило щодо дитини",
                "пояснює, чому згода на експлуатацію не має значення, якщо використано засіб впливу",
                "називає форми експлуатації та одинадцять ознак МОП і не робить висновку за однією",
                "помічає й не розпитує: створює розмову наодинці, питає згоди, не обіцяє зайвого",
                "знає, які номери дати, і складає аркуш «кому передати» для своєї громади",
                "перенаправляє дорослу людину за згодою, а щодо дитини діє негайно",
            ],
            Certificate = new(
                "Сертифікат про успішне завершення навчання",
                24,
                "онлайн, асинхронно з живою зустріччю",
                []
            ),
        };

    public static CourseManifest Translated(CertificatePayload claim) =>
        Manifest(claim) with
        {
            Translations = new Dictionary<string, ManifestTranslation>
            {
                ["en"] = new()
                {
                    Title = "Trafficking in human beings: what everyone in a community should know",
                    Outcomes = ["explains trafficking by act, means and purpose"],
                    CertificateTitle = "Certificate of completion",
                    CertificateForm = "online, with a live meeting",
                },
            },
        };

    private static PublishedCourse Course(CourseManifest manifest)
    {
        var course = new Course { Id = new(Guid.Empty), Slug = "k1-basics" };
        return new(
            course,
            new CourseVersion
            {
                Id = new(Guid.Empty),
                CourseId = course.Id,
                Number = 3,
                ContentHash = "",
                PublishedAt = At,
                Manifest = manifest,
            }
        );
    }
}
