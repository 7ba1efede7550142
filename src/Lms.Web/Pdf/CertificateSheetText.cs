namespace Lms.Web.Pdf;

/// <summary>The words of a certificate, in one language; an empty text takes no room.</summary>
/// <param name="Language">A BCP 47 tag.</param>
/// <param name="Facts">Volume, form, result, edition of the law, number and so on.</param>
/// <param name="VerifyAddress">Shown under the code; a link when it is an absolute address.</param>
/// <param name="QrAlternative">What the code says, for those who do not see it.</param>
public sealed record CertificateSheetText(
    string Language,
    string DocumentTitle,
    string Issuer,
    string IssuerDetail,
    string Heading,
    string Subheading,
    string HolderName,
    string Statement,
    string CourseTitle,
    IReadOnlyList<(string Label, string Text)> Facts,
    IReadOnlyList<string> Outcomes,
    string Signatory,
    string VerifyAddress,
    string VerifyHint,
    string QrAlternative,
    string Note,
    string OutcomesHeading = ""
);
