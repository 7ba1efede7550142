using Lms.Web.Features.Shared;
using Lms.Web.Pdf;

namespace Lms.Web.Features.Certificates;

/// <summary>
/// The sheet that the signed texts make, drawn anew: each text at its own place under its own label, and
/// nothing else on the page.
/// </summary>
internal static class RedrawnSheet
{
    private static readonly DateTimeOffset Whenever = DateTimeOffset.UnixEpoch;

    /// <summary>Whether one of the languages, drawn anew, looks as the sheet does.</summary>
    /// <param name="languages">The texts that were signed.</param>
    /// <param name="drawn">See <see cref="SheetDigest"/>.</param>
    public static bool IsOne(
        IReadOnlyList<IReadOnlyList<PrintedText>> languages,
        string jws,
        string drawn
    ) =>
        languages.Any(texts =>
            SheetCode.AddressesOf(texts).Any(address => Digest(texts, address, jws) == drawn)
        );

    private static string? Digest(IReadOnlyList<PrintedText> texts, Uri address, string jws)
    {
        var pdf = CertificateSheet.Draw(
            TextOf(texts, address),
            VerifyCode.Matrix(address, jws),
            Whenever
        );
        return CertificateSheetRead.From(pdf)?.Drawn;
    }

    private static CertificateSheetText TextOf(IReadOnlyList<PrintedText> texts, Uri address)
    {
        var outcomes = texts.Where(one => one.Field == "outcomes").Select(one => one.Text).ToList();
        return new(
            Language: "uk",
            DocumentTitle: "",
            Issuer: Of("issuer"),
            IssuerDetail: Of("issuer-code"),
            Heading: Of("heading"),
            Subheading: Of("kind"),
            HolderName: Of("holder"),
            Statement: Of("statement"),
            CourseTitle: Of("course"),
            Facts: Facts(texts),
            Outcomes: [.. outcomes.Skip(1)],
            Signatory: Of("signatory"),
            VerifyAddress: address.AbsoluteUri,
            VerifyHint: Of("verify"),
            QrAlternative: "",
            Note: Of("note"),
            OutcomesHeading: outcomes.FirstOrDefault("")
        )
        {
            Sample = Of("sample"),
            OtherName = Of("other-name"),
        };

        string Of(string field) => texts.FirstOrDefault(one => one.Field == field)?.Text ?? "";
    }

    // A label stands under its own name, and its text after it under the same.
    private static List<(string Label, string Text)> Facts(IReadOnlyList<PrintedText> texts)
    {
        var facts = new List<(string Label, string Text)>();
        for (var at = 0; at < texts.Count; at++)
        {
            var label = texts[at];
            if (label.Field != label.Text || CertificateSheetText.Fields.Contains(label.Field))
            {
                continue;
            }

            var hasText = at + 1 < texts.Count && texts[at + 1].Field == label.Field;
            facts.Add((label.Text, hasText ? texts[++at].Text : ""));
        }

        return facts;
    }
}
