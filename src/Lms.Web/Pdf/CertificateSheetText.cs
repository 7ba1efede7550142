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
)
{
    /// <summary>The names of all texts but the facts, which have their labels for names.</summary>
    public static readonly IReadOnlyList<string> Fields =
    [
        "issuer",
        "issuer-code",
        "sample",
        "heading",
        "kind",
        "holder",
        "other-name",
        "statement",
        "course",
        "outcomes",
        "signatory",
        "note",
        "verify",
        "address",
    ];

    /// <summary>On a sheet that certifies nothing, says so.</summary>
    public string Sample { get; init; } = "";

    /// <summary>The name in the other letters, below the one that leads.</summary>
    public string OtherName { get; init; } = "";

    /// <summary>Of <see cref="HolderName"/>; null when it is the document's.</summary>
    public string? HolderLanguage { get; init; }

    /// <summary>Of <see cref="OtherName"/>; null when it is the document's.</summary>
    public string? OtherLanguage { get; init; }

    /// <summary>Of the title and the outcomes; null when it is the document's.</summary>
    public string? CourseLanguage { get; init; }

    /// <summary>
    /// Every text of the sheet under the name of its field, as it is printed: composed letters, and
    /// the address without its scheme.
    /// </summary>
    public IReadOnlyList<PrintedText> Printed =>
        [
            .. AllTexts()
                .Select(one => one with { Text = TextLayout.Clean(one.Text).Trim() })
                .Where(one => one.Text.Length > 0),
        ];

    private IEnumerable<PrintedText> AllTexts() =>
        [
            new("issuer", Issuer),
            new("issuer-code", IssuerDetail),
            new("sample", Sample),
            new("heading", Heading),
            new("kind", Subheading),
            new("holder", HolderName),
            new("other-name", OtherName),
            new("statement", Statement),
            new("course", CourseTitle),
            .. Facts.SelectMany(fact =>
                new PrintedText[] { new(fact.Label, fact.Label), new(fact.Label, fact.Text) }
            ),
            new("outcomes", OutcomesHeading),
            .. Outcomes.Select(outcome => new PrintedText("outcomes", outcome)),
            new("signatory", Signatory),
            new("note", Note),
            new("verify", VerifyHint),
            new("address", CertificatePanel.Shown(VerifyAddress)),
        ];
}

/// <summary>A text of a certificate and the field it belongs to.</summary>
public sealed record PrintedText(string Field, string Text);
