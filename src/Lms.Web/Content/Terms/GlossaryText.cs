namespace Lms.Web.Content.Terms;

/// <summary>The glossary in one language.</summary>
/// <param name="Entries">In the order of the file.</param>
public sealed record GlossaryText(
    string Language,
    string Title,
    IReadOnlyList<GlossaryEntry> Entries
)
{
    private readonly Dictionary<string, GlossaryEntry> byName = ByName(Entries, Spelling.Of);
    private readonly Dictionary<string, GlossaryEntry> byLooseName = ByName(
        Entries,
        Spelling.Loose
    );

    /// <summary>A translation whose source has changed since.</summary>
    public bool IsStale { get; init; }

    public static GlossaryText EmptyIn(string language) => new(language, "", []);

    public IEnumerable<string> Names => Entries.SelectMany(entry => entry.Names);

    /// <summary>Whatever its case; null when no entry has this name.</summary>
    internal GlossaryEntry? Find(string name) => byName.GetValueOrDefault(Spelling.Of(name));

    /// <summary>The same of a name spelled a little differently, and how the glossary spells it.</summary>
    internal (GlossaryEntry Entry, string Name)? FindLoosely(string name)
    {
        var loose = Spelling.Loose(name);
        return byLooseName.GetValueOrDefault(loose) is { } entry
            ? (entry, entry.Names.First(one => Spelling.Loose(one) == loose))
            : null;
    }

    private static Dictionary<string, GlossaryEntry> ByName(
        IReadOnlyList<GlossaryEntry> entries,
        Func<string, string> spelling
    )
    {
        var names = new Dictionary<string, GlossaryEntry>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var name in entry.Names)
            {
                names.TryAdd(spelling(name), entry);
            }
        }

        return names;
    }
}
