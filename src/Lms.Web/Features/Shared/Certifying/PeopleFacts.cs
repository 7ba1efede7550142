using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>Reads what a requirement may ask about people, for many at once, within the given scope.</summary>
public sealed class PeopleFacts(OrganisationPack pack)
{
    private readonly RowsOf<PersonId, ServedRow> served = CompiledRows.Of(
        (LmsDbContext db, string? all, IReadOnlyCollection<PersonId> people) =>
            db
                .ServedTerritories.Where(area => all != null || people.Contains(area.PersonId))
                .Select(area => new ServedRow(area.PersonId, area.Territory, area.From, area.To))
    );

    /// <param name="people">Null for everyone in the scope who is neither merged away nor erased.</param>
    public async Task<IReadOnlyList<PersonFacts>> ReadAsync(
        LmsDbContext db,
        CertificationBook book,
        IReadOnlyCollection<PersonId>? people = null,
        CancellationToken cancel = default
    )
    {
        var known = await db
            .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
            .Where(person => people == null || people.Contains(person.Id))
            .Select(person => new { person.Id, person.Community })
            .ToListAsync(cancel);
        var posts = await PostsAsync(db, people, cancel);
        var areas = await AreasAsync(db, people, cancel);
        return
        [
            .. known.Select(person => new PersonFacts
            {
                Person = person.Id,
                Community = person.Community,
                Posts = posts[person.Id],
                Areas = areas[person.Id],
                Hired = HiredOn(posts[person.Id]),
                Certifications = HeldBy(book, person.Id),
            }),
        ];
    }

    /// <param name="people">Null for everyone in the scope.</param>
    public static async Task<RowsOfPeople<HeldPost>> PostsAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var rows = await db
            .Posts.Where(post => people == null || people.Contains(post.PersonId))
            .Select(post => new
            {
                post.PersonId,
                post.Institution,
                post.StaffRole,
                post.From,
                post.To,
            })
            .ToListAsync(cancel);
        return RowsOfPeople.Of(
            rows,
            post => post.PersonId,
            post => new HeldPost(post.Institution, post.StaffRole, DaySpan.Of(post.From, post.To))
        );
    }

    /// <summary>The communities that people serve beside their own.</summary>
    /// <param name="people">Null for everyone in the scope.</param>
    public async Task<RowsOfPeople<ServiceArea>> AreasAsync(
        LmsDbContext db,
        IReadOnlyCollection<PersonId>? people,
        CancellationToken cancel
    )
    {
        var rows = await served(db, people, cancel);
        return RowsOfPeople.Of(
            rows.SelectMany(area => AreasOf(area).Select(one => (area.Person, Area: one))).ToList(),
            one => one.Person,
            one => one.Area
        );
    }

    /// <summary>The certifications that a person ever held.</summary>
    public IReadOnlyList<HeldCertification> HeldBy(CertificationBook book, PersonId person)
    {
        if (!book.Known.Contains(person))
        {
            return [];
        }

        var held = new List<HeldCertification>(1);
        foreach (var one in pack.Certifications)
        {
            if (book.HeldDays(person, one.Code) is { Count: > 0 } days)
            {
                held.Add(new(one.Code, days));
            }
        }

        return held;
    }

    private static DateOnly? HiredOn(IReadOnlyList<HeldPost> posts)
    {
        DateOnly? first = null;
        foreach (var post in posts)
        {
            first = first < post.Days.From ? first : post.Days.From;
        }

        return first;
    }

    private IEnumerable<ServiceArea> AreasOf(ServedRow area) =>
        pack
            .Territories.CommunitiesWithin(area.Territory)
            .Select(community => new ServiceArea(community, DaySpan.Of(area.From, area.To)));

    private sealed record ServedRow(
        PersonId Person,
        TerritoryCode Territory,
        DateOnly From,
        DateOnly? To
    );
}
