using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>People of one community whose surname and given name read the same.</summary>
public static class SameName
{
    public static async Task<IReadOnlyList<string>> InAsync(
        LmsDbContext db,
        TerritoryCode community,
        PersonName name
    ) =>
        [
            .. (
                await db
                    .People.Where(person =>
                        person.Community == community
                        && person.MergedInto == null
                        && person.ErasedAt == null
                    )
                    .Select(person => person.Name)
                    .ToListAsync()
            )
                .Where(known => KeyOf(known) == KeyOf(name))
                .Select(known => known.Full),
        ];

    // Letters alone: apostrophes, hyphens and case are written in many ways.
    private static string KeyOf(PersonName name) =>
        string.Concat($"{name.Family} {name.Given}".Normalize().Where(IsLetter)).ToUpperInvariant();

    private static bool IsLetter(char letter) =>
        letter == ' '
        || (
            char.IsLetter(letter)
            && char.GetUnicodeCategory(letter) is not UnicodeCategory.ModifierLetter
        );
}
