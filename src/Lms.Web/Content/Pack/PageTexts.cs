namespace Lms.Web.Content.Pack;

/// <summary>A page of the pack in each language it is written in, the pack's first one first.</summary>
public sealed record PageTexts(IReadOnlyList<PageText> All)
{
    /// <summary>In <paramref name="language"/> where it is translated, else in the first.</summary>
    public PageText In(string language) =>
        All.FirstOrDefault(text => text.Language == language) ?? All[0];
}

/// <param name="Banner">One or two sentences for a strip of the front page; empty when none are written.</param>
/// <param name="Html">Safe.</param>
/// <param name="IsStale">A translation whose source has changed since.</param>
public sealed record PageText(
    string Language,
    string Title,
    string Banner,
    string Html,
    bool IsStale
);
