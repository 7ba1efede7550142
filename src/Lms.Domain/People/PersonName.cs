using System.Globalization;

namespace Lms.Domain.People;

/// <summary>
/// A name as the person writes it. The given name and the patronymic may be empty; apostrophes and
/// hyphens are normal.
/// </summary>
public sealed record PersonName(string Family, string Given, string Patronymic)
{
    /// <summary>«Дем’янчук Олена Петрівна».</summary>
    public string Full =>
        Family.Length > 0 && Given.Length > 0 && Patronymic.Length > 0
            ? $"{Family} {Given} {Patronymic}"
            : string.Join(' ', new[] { Family, Given, Patronymic }.Where(part => part.Length > 0));

    /// <summary>«Дем’янчук О. П.»: all that a public check shows.</summary>
    public string SurnameAndInitials =>
        string.Join(
            ' ',
            new[] { Family, Initial(Given), Initial(Patronymic) }.Where(part => part.Length > 0)
        );

    private static string Initial(string name) =>
        name.Length == 0
            ? ""
            : string.Concat(name.AsSpan(0, StringInfo.GetNextTextElementLength(name)), ".");
}
