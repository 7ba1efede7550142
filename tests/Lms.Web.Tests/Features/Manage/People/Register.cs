using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Tests.Features.Manage.People;

/// <summary>People of a register, as a test needs them.</summary>
internal static class Register
{
    public static async Task<PersonId> PersonOfAsync(this LmsHost host, string name)
    {
        await using var db = host.Look();
        return await db
            .Accounts.Where(account => account.Email == $"{name}@demo.example")
            .Select(account => account.PersonId!.Value)
            .SingleAsync();
    }

    public static async Task<PersonId> AddAsync(
        this LmsHost host,
        string family,
        string community = Inviter.Lebedyn,
        string given = "Олена",
        string? institution = null,
        string role = "R01"
    )
    {
        var person = new Person
        {
            Id = new(Guid.CreateVersion7()),
            Name = new(family, given, ""),
            Community = new TerritoryCode(community),
            CreatedAt = host.Clock.GetUtcNow(),
        };
        if (institution is not null)
        {
            person.Posts.Add(
                new Post
                {
                    Id = new(Guid.CreateVersion7()),
                    PersonId = person.Id,
                    Institution = institution,
                    StaffRole = role,
                    From = new DateOnly(2025, 1, 1),
                }
            );
        }

        await using var db = host.Look();
        db.People.Add(person);
        await db.SaveChangesAsync();
        return person.Id;
    }

    public static async Task<List<string>> NamesAsync(this HttpClient client, string address) =>
        [
            .. (await client.OpenAsync(address))
                .QuerySelectorAll("main tbody th a:first-child")
                .Select(link => link.TextContent),
        ];
}
