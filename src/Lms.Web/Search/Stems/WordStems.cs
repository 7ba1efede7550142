using System.Collections.Frozen;

namespace Lms.Web.Search.Stems;

/// <summary>The stems a word is filed under, by the alphabet it is written in.</summary>
internal static class WordStems
{
    private const string Ukrainian =
        "і й та а але або чи що як це цей ця ці цього цієї цьому цій цим цих цю в у на з із зі за до "
        + "від для по при про над між через не ні ж же б би то той те ті того тому тим тих він вона "
        + "воно вони його її їх ми ви я ти є був була було були бути також ще вже де коли якщо щоб "
        + "який яка яке які якого якої яких свій своя своє свої весь вся все всі усі усе";

    private const string English =
        "a an the of to in on at for and or is are was be by with as it its this that from not";

    private static readonly FrozenSet<string> SayNothing = $"{Ukrainian} {English}"
        .Split(' ')
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Empty for a word that stands everywhere and says nothing.</summary>
    /// <param name="word">Folded.</param>
    public static IReadOnlyList<string> Of(string word)
    {
        if (SayNothing.Contains(word))
        {
            return [];
        }

        if (word.Any(Spelling.IsCyrillic))
        {
            return word.Any(char.IsAsciiDigit) ? [word] : UkrainianStems.Of(word);
        }

        return word.All(char.IsAsciiLetter) ? EnglishStems.Of(word) : [word];
    }
}
