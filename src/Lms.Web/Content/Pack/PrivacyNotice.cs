namespace Lms.Web.Content.Pack;

/// <summary>What the organisation tells people about their data, in each language it is written in.</summary>
/// <param name="Version">From 1, rises when people should read it again; 0 when the pack has none.</param>
public sealed record PrivacyNotice(int Version, IReadOnlyDictionary<string, NoticeText> Texts)
{
    public static readonly PrivacyNotice None = new(0, new Dictionary<string, NoticeText>());

    public bool Exists => Texts.Count > 0;

    /// <summary>In <paramref name="language"/> where it is translated, else in the first; null when there is none.</summary>
    public NoticeText? In(string language) =>
        Texts.GetValueOrDefault(language) ?? Texts.Values.FirstOrDefault();
}

/// <param name="Html">Safe.</param>
/// <param name="IsStale">A translation whose source has changed since.</param>
public sealed record NoticeText(string Language, string Title, string Html, bool IsStale);
