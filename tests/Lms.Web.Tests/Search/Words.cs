using Lms.Web.Search;
using Lms.Web.Search.Stems;

namespace Lms.Web.Tests.Search;

/// <summary>What the search makes of a text.</summary>
internal static class Words
{
    /// <summary>Folded, in their order, hyphenated ones in parts and whole.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var reader = new WordReader(text.Normalize());
        while (reader.MoveNext())
        {
            words.Add(reader.Word.ToString());
        }

        return words;
    }

    public static IReadOnlyList<string> StemsOf(string text) =>
        [.. Of(text).SelectMany(WordStems.Of).Distinct()];
}
