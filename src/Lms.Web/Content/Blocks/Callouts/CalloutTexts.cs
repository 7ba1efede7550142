using static Lms.Web.Content.FindingText;

namespace Lms.Web.Content.Blocks.Callouts;

internal static class CalloutTexts
{
    public static readonly FindingText UnknownKind = Error(
        "unknown-callout",
        "Невідома виноска «{0}»: є NOTE, TIP, IMPORTANT, WARNING, LAW.",
        "Unknown callout “{0}”: there are NOTE, TIP, IMPORTANT, WARNING, LAW."
    );

    public static readonly FindingText NotAlone = Error(
        "callout-not-alone",
        "Після «[!{0}]» на тому ж рядку не має бути нічого.",
        "Nothing may follow “[!{0}]” on its line."
    );

    public static readonly FindingText LawWithoutSource = Error(
        "law-without-source",
        "Норма має закінчуватися рядком {{act=\"…\" article=\"…\" as-of=2026-11-23}}: акт і день обов’язкові.",
        "A norm must end with the line {{act=\"…\" article=\"…\" as-of=2026-11-23}}: act and day are required."
    );

    public static readonly FindingText UnknownAct = Error(
        "unknown-act",
        "Акта «{0}» немає в acts.yml.",
        "There is no act “{0}” in acts.yml."
    );

    /// <summary>One for each place that cites it: together they are what an author has to go over.</summary>
    public static readonly FindingText ChangedAct = Warning(
        "changed-act",
        "Акт «{0}» позначено в acts.yml як змінений: перегляньте, що тут на ньому тримається.",
        "The act “{0}” is marked as changed in acts.yml: go over what rests on it here."
    );
}
