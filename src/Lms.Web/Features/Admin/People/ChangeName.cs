using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.People;

/// <summary>The name as it was typed into the form.</summary>
public sealed record TypedName(string Family, string Given, string Patronymic, string Latin)
{
    private const int Longest = 100;

    /// <summary>A surname is there, nothing is too long, and no letter is a control character.</summary>
    public bool IsSound =>
        Family.Length > 0
        && new[] { Family, Given, Patronymic, Latin }.All(part =>
            part.Length <= Longest && !part.Any(char.IsControl)
        )
        && Latin.All(letter => !char.IsLetter(letter) || letter <= '\u024f');

    public static TypedName Of(string? family, string? given, string? patronymic, string? latin) =>
        new(Clean(family), Clean(given), Clean(patronymic), Clean(latin));

    // NFC, so that one name is one text however it was typed.
    private static string Clean(string? typed)
    {
        var text = typed?.Trim() ?? "";
        return text.Any(char.IsSurrogate) ? text : text.Normalize();
    }
}

/// <summary>
/// Changes a person's name in the register. What was issued keeps the old one: it is what was signed.
/// The log says which parts changed, never what they say.
/// </summary>
public sealed class ChangeName(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    /// <summary>False when there is no such person, or the entry was merged or erased.</summary>
    public Task<bool> RunAsync(PersonId id, TypedName typed) =>
        db.WriteAsync(async () =>
        {
            var person = await db.People.SingleOrDefaultAsync(one =>
                one.Id == id && one.MergedInto == null && one.ErasedAt == null
            );
            if (person is null)
            {
                return false;
            }

            var changed = Changes(person, typed).ToList();
            if (changed.Count > 0)
            {
                person.Name = new(typed.Family, typed.Given, typed.Patronymic);
                person.LatinName = typed.Latin.Length == 0 ? null : typed.Latin;
                db.Audit.Add(
                    new AuditEntry
                    {
                        At = time.Now(),
                        Action = AuditAction.PersonChanged,
                        Actor = current.Viewer.Account,
                        Subject = id,
                        Detail = string.Join(' ', changed),
                    }
                );
                await db.SaveChangesAsync();
            }

            return true;
        });

    private static IEnumerable<string> Changes(Person person, TypedName typed)
    {
        if (person.Name.Family != typed.Family)
        {
            yield return "family";
        }

        if (person.Name.Given != typed.Given)
        {
            yield return "given";
        }

        if (person.Name.Patronymic != typed.Patronymic)
        {
            yield return "patronymic";
        }

        if ((person.LatinName ?? "") != typed.Latin)
        {
            yield return "latin";
        }
    }
}
