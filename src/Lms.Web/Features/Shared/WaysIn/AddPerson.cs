using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.WaysIn;

/// <summary>Someone who is to be in the register and to sign in.</summary>
/// <param name="LatinName">As the passport has it; null when not given.</param>
/// <param name="Institution">With a staff role, or null without one.</param>
public sealed record NewPerson(
    PersonName Name,
    string? LatinName,
    LoginName Login,
    TerritoryCode Community,
    string? Institution,
    IReadOnlyList<string> StaffRoles
);

/// <summary>
/// Makes a person, an account without a password and its right, inside the caller's write. Whether
/// the caller may is the caller's to know.
/// </summary>
public sealed class AddPerson(OrganisationPack pack, TimeProvider time)
{
    public Access.Account Inside(LmsDbContext db, NewPerson about, AccessRole role)
    {
        var now = time.Now();
        var today = pack.DayOf(now);
        var person = new Person
        {
            Id = new(time.NewId()),
            Name = about.Name,
            LatinName = about.LatinName,
            Community = about.Community,
            CreatedAt = now,
        };
        person.Posts.AddRange(
            (about.Institution is null ? [] : about.StaffRoles).Select(staffRole => new Post
            {
                Id = new(time.NewId()),
                PersonId = person.Id,
                Institution = about.Institution!,
                StaffRole = staffRole,
                From = today,
            })
        );
        db.People.Add(person);
        return AccountOf(db, person, about.Login, role);
    }

    /// <summary>The same for someone who is in the register.</summary>
    public Access.Account AccountOf(
        LmsDbContext db,
        Person person,
        LoginName login,
        AccessRole role
    )
    {
        var account = new Access.Account
        {
            Id = new(time.NewId()),
            PersonId = person.Id,
            UserName = login.Value,
            NormalizedUserName = login.Key,
            Email = login.IsEmail ? login.Value : null,
            NormalizedEmail = login.IsEmail ? login.Key : null,
            PhoneNumber = login.IsEmail ? null : login.Value,
            SecurityStamp = time.NewId().ToString("N"),
        };
        account.Grants.Add(
            new Grant
            {
                Id = new(time.NewId()),
                AccountId = account.Id,
                Role = role,
                Territory = IsWithin(role) ? person.Community : null,
                From = pack.DayOf(time.Now()),
            }
        );
        db.Accounts.Add(account);
        return account;
    }

    // Whoever sees others sees those of the own community; more is given by an administrator.
    private static bool IsWithin(AccessRole role) =>
        role is AccessRole.Manager or AccessRole.Auditor;
}
