using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;

namespace Lms.Web.Features.Shared;

/// <summary>
/// The words of the interface, from the <c>Texts.resx</c> (Ukrainian) and <c>Texts.en.resx</c> of
/// every feature. A key begins with its feature's name and stands once.
/// </summary>
public sealed class Texts
{
    public static readonly IReadOnlyList<string> Languages = ["uk", "en"];

    private static readonly FrozenDictionary<string, FrozenDictionary<string, string>> ByLanguage =
        Languages.ToFrozenDictionary(language => language, Read);

    private Texts(string language)
    {
        Language = language;
        Culture = CultureInfo.GetCultureInfo(language == "uk" ? "uk-UA" : "en-GB");
    }

    public static Texts Uk { get; } = new("uk");

    public static Texts En { get; } = new("en");

    public string Language { get; }

    public CultureInfo Culture { get; }

    /// <exception cref="KeyNotFoundException">No feature has the key.</exception>
    public string this[string key] => ByLanguage[Language][key];

    public static Texts In(string language) => language == "en" ? En : Uk;

    public static IReadOnlyCollection<string> Keys(string language) => ByLanguage[language].Keys;

    public bool Has(string key) => ByLanguage[Language].ContainsKey(key);

    /// <summary>The text with its places {0}, {1} … filled in the reader's way of writing.</summary>
    public string Fill(string key, params object?[] values) =>
        string.Format(Culture, this[key], values);

    /// <summary>
    /// «1 урок», «2 уроки», «5 уроків»: the text <c>key.one|few|many|other</c> that CLDR's plural
    /// rules choose, with {0} as the number.
    /// </summary>
    public string Count(string key, int number) =>
        Fill($"{key}.{Plural.Of(Language, number)}", number);

    /// <summary>«12 лютого 2027 р.» without the abbreviation: as people say it.</summary>
    public string Day(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    public string Number(decimal number) => number.ToString("0.#", Culture);

    /// <summary>«6 год · 0,2 кредиту ЄКТС»; the hours alone when they make no tenth of a credit.</summary>
    public string Volume(decimal hours, decimal? credits) =>
        credits is { } some
            ? Fill("shared.volume.credits", hours, some)
            : Fill("shared.volume.hours", hours);

    private static FrozenDictionary<string, string> Read(string language)
    {
        var assembly = typeof(Texts).Assembly;
        var culture = language == "uk" ? CultureInfo.InvariantCulture : new CultureInfo(language);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        const string end = ".Texts.resources";
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (name.EndsWith(end, StringComparison.Ordinal))
            {
                var manager = new ResourceManager(name[..^".resources".Length], assembly);
                var set = manager.GetResourceSet(
                    culture,
                    createIfNotExists: true,
                    tryParents: false
                )!;
                foreach (DictionaryEntry entry in set)
                {
                    texts.Add((string)entry.Key, (string)entry.Value!);
                }
            }
        }

        return texts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
