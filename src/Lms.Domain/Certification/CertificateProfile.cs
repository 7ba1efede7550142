namespace Lms.Domain.Certification;

/// <summary>
/// What an organisation says a certificate must show before it may be issued (КМУ 21.08.2019 № 800
/// asks it of documents of teachers; others take it over).
/// </summary>
public sealed record CertificateProfile(IReadOnlyList<CertificateField> Required)
{
    public static readonly CertificateProfile Free = new([]);

    /// <param name="isFilled">Whether a field has its text in every language of the organisation.</param>
    public IReadOnlyList<CertificateField> Missing(Func<CertificateField, bool> isFilled) =>
        [.. Required.Where(field => !isFilled(field))];
}

/// <summary>A field that may be wanting. Its written name in the pack is frozen.</summary>
public enum CertificateField
{
    RegisterCode,
    SignatoryName,
    SignatoryPosition,
    Note,
    Outcomes,
    Form,
    Law,
}
