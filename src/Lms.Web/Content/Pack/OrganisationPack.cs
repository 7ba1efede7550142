using Lms.Domain.Certification;
using Lms.Domain.Competences;
using Lms.Domain.Coverage;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;

namespace Lms.Web.Content.Pack;

/// <summary>Everything that another association, country or field would change; read once.</summary>
public sealed record OrganisationPack
{
    public LocalText Name { get; init; } = LocalText.Empty;

    public LocalText ShortName { get; init; } = LocalText.Empty;

    /// <summary>Neutral, since phones are watched.</summary>
    public LocalText SiteName { get; init; } = LocalText.Empty;

    public Issuer Issuer { get; init; } = Issuer.Unnamed;

    /// <summary><c>uk</c> and <c>en</c>, the default one first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["uk"];

    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    public int HoursPerCredit { get; init; } = 30;

    /// <summary>Of a session's live time, to have attended it, unless its trainer says otherwise; 1 to 100.</summary>
    public int AttendancePercent { get; init; } = 80;

    public CertificateRegister Register { get; init; } = new(LocalText.Empty, "");

    public LocalText CertificateNote { get; init; } = LocalText.Empty;

    public CertificateProfile CertificateProfile { get; init; } = CertificateProfile.Free;

    /// <summary><c>#rrggbb</c>; empty for the product's own.</summary>
    public string Accent { get; init; } = "";

    /// <summary>An ordinary page; empty when the pack names none.</summary>
    public string QuickExitAddress { get; init; } = "";

    /// <summary>Whether people may ask for an account themselves; closed unless the pack opens it.</summary>
    public bool HasRegistration { get; init; }

    /// <summary>How phone numbers are written where the organisation works.</summary>
    public PhonePlan Phones { get; init; } = PhonePlan.None;

    public TerritoryTree Territories { get; init; } = TerritoryReader.NoTerritories;

    public string TerritorySource { get; init; } = "";

    public string TerritoryLicence { get; init; } = "";

    public IReadOnlyList<Institution> Institutions { get; init; } = [];

    public IReadOnlyList<StaffRole> StaffRoles { get; init; } = [];

    public CompetenceFramework Competences { get; init; } = CompetenceReader.NoFramework;

    public IReadOnlyList<CompetenceDirection> Directions { get; init; } = [];

    /// <summary>Named sets of competence code and level.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Profiles { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, int>>();

    /// <summary>What profiles are called; one without a name is called by its code.</summary>
    public IReadOnlyDictionary<string, LocalText> ProfileNames { get; init; } =
        new Dictionary<string, LocalText>();

    public IReadOnlyList<HelpLine> HelpLines { get; init; } = [];

    public ActRegister Acts { get; init; } = ActRegister.Empty;

    public IReadOnlyList<OfferedCertification> Certifications { get; init; } = [];

    public IReadOnlyList<PlannedCertification> PlannedCertifications { get; init; } = [];

    public IReadOnlyList<CoverageRule> CoverageRules { get; init; } = [];

    /// <summary>By their first day in the year.</summary>
    public IReadOnlyList<Campaign> Campaigns { get; init; } = [];

    /// <summary>Made at the first look.</summary>
    internal Lazy<TerritoryMap?> MapDrawn { get; init; } = new((TerritoryMap?)null);

    /// <summary>Null when the pack has no map.</summary>
    public TerritoryMap? Map => MapDrawn.Value;

    /// <summary>What people are told about their data.</summary>
    public PrivacyNotice Notice { get; init; } = PrivacyNotice.None;

    /// <summary>Null when the pack has no demo people.</summary>
    public DemoPeople? Demo { get; init; }

    /// <summary>The business day of <paramref name="instant"/> in the pack's time zone.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);

    /// <summary>The instant at which a business day begins.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Whether the pack has what a certificate shows; what a course has is not asked here.</summary>
    public bool HasFilled(CertificateField field) =>
        field switch
        {
            CertificateField.RegisterCode => Issuer.RegisterCode.Length > 0,
            CertificateField.SignatoryName => Issuer.Signatory.Name.Length > 0,
            CertificateField.SignatoryPosition => IsTold(Issuer.Signatory.Position),
            CertificateField.Note => IsTold(CertificateNote),
            CertificateField.Outcomes or CertificateField.Form or CertificateField.Law => true,
        };

    private bool IsTold(LocalText text) =>
        Languages.All(language => (language == "en" ? text.En : text.Uk).Length > 0);

    public Institution? Institution(string code) =>
        Institutions.FirstOrDefault(institution => institution.Code == code);

    public OfferedCertification? Certification(string code) =>
        Certifications.FirstOrDefault(certification => certification.Code == code);

    public StaffRole? StaffRole(string code) =>
        StaffRoles.FirstOrDefault(role => role.Code == code);
}

/// <param name="RegisterCode">In the state register of bodies; empty when not known.</param>
public sealed record Issuer(LocalText Name, string RegisterCode, Signatory Signatory)
{
    public static readonly Issuer Unnamed = new(LocalText.Empty, "", new("", LocalText.Empty));
}

/// <summary>Who signs certificates; empty until the organisation names one.</summary>
public sealed record Signatory(string Name, LocalText Position);

/// <summary>The register that certificate numbers belong to.</summary>
public sealed record CertificateRegister(LocalText Name, string NumberPrefix);

/// <summary>ITU-T E.164: what stands before the national number, and how long that number is.</summary>
/// <param name="Prefix">The country code, digits alone; empty when numbers need their +.</param>
/// <param name="Digits">Of the national number without its 0; null when they vary.</param>
public sealed record PhonePlan(string Prefix, int? Digits)
{
    public static readonly PhonePlan None = new("", null);
}

public sealed record CompetenceDirection(string Code, LocalText Name);
