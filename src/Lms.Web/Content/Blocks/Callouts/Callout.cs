using Markdig.Syntax;

namespace Lms.Web.Content.Blocks.Callouts;

internal enum CalloutKind
{
    Note,
    Tip,
    Important,
    Warning,
    Law,
}

/// <summary>A quote that begins with <c>[!KIND]</c> alone on its line, as the page shows it.</summary>
/// <param name="Source">Below the text of a norm: the act, the article and the day.</param>
internal sealed record Callout(CalloutKind Kind, string Title, string? Source)
{
    public static readonly IReadOnlyDictionary<string, CalloutKind> Kinds =
        Enum.GetValues<CalloutKind>().ToDictionary(kind => kind.ToString().ToUpperInvariant());

    public static Callout? Of(QuoteBlock quote) => quote.GetData(typeof(Callout)) as Callout;

    public static string TitleOf(CalloutKind kind, bool isEnglish) =>
        kind switch
        {
            CalloutKind.Note => isEnglish ? "Note" : "Примітка",
            CalloutKind.Tip => isEnglish ? "Tip" : "Порада",
            CalloutKind.Important => isEnglish ? "Important" : "Важливо",
            CalloutKind.Warning => isEnglish ? "Warning" : "Увага",
            CalloutKind.Law => isEnglish ? "The law" : "Норма",
        };
}
