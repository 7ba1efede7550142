namespace Lms.Web.Content.Terms;

/// <summary>The words that the content explains, in each language that has them.</summary>
/// <param name="Texts">By language.</param>
public sealed record Glossary(IReadOnlyDictionary<string, GlossaryText> Texts)
{
    public static Glossary Empty { get; } = new(new Dictionary<string, GlossaryText>());

    /// <summary>In <paramref name="language"/> or, without it, in none: words are not translated.</summary>
    public GlossaryText In(string language) =>
        Texts.GetValueOrDefault(language) ?? GlossaryText.EmptyIn(language);
}

/// <summary>A word that is explained.</summary>
/// <param name="Variants">Other words for the same.</param>
/// <param name="Anchor">On the page of the glossary and in a lesson.</param>
/// <param name="Html">What it means; safe.</param>
/// <param name="Words">The same as plain words.</param>
public sealed record GlossaryEntry(
    string Term,
    IReadOnlyList<string> Variants,
    string Anchor,
    string Html,
    string Words
)
{
    public IEnumerable<string> Names => Variants.Prepend(Term);
}
