using System.Globalization;

namespace Lms.Domain.People;

/// <summary>
/// Two columns made of a name, so that a register of a whole country is searched and sorted by index:
/// the order is that of the Unicode collation (CLDR root), in which Ukrainian and English stand right.
/// </summary>
public static class NameKeys
{
    private const string Apostrophes = "'’‘ʼʹ`´′＇";
    private const CompareOptions Order = CompareOptions.IgnoreCase | CompareOptions.IgnoreSymbols;

    public static void Set(Person person)
    {
        person.SearchName = Fold(person.Name.Full);
        byte[] key =
        [
            .. Key(person.Name.Family),
            .. Key(person.Name.Given),
            .. Key(person.Name.Patronymic),
        ];
        if (!key.AsSpan().SequenceEqual(person.SortKey))
        {
            person.SortKey = key;
        }
    }

    /// <summary>Lower case, words apart by one space, without apostrophes and hyphens.</summary>
    public static string Fold(string words) =>
        string.Join(
            ' ',
            string.Concat(words.Normalize().Where(sign => !Apostrophes.Contains(sign)))
                .ToLowerInvariant()
                .Split([' ', '-', '‑'], StringSplitOptions.RemoveEmptyEntries)
        );

    // Ends in a zero byte, so that a shorter name comes first.
    private static byte[] Key(string part) =>
        CultureInfo.InvariantCulture.CompareInfo.GetSortKey(part, Order).KeyData;
}
