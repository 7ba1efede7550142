using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Certifying;

/// <summary>Reads what a requirement may ask about people, for many at once, within the given scope.</summary>
public sealed class PeopleFacts(OrganisationPack pack)
{
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
        var posts = await db
            .Posts.AsNoTracking()
            .Where(post => people == null || people.Contains(post.PersonId))
            .ToListAsync(cancel);
        var areas = await db
            .ServedTerritories.AsNoTracking()
            .Where(area => people == null || people.Contains(area.PersonId))
            .ToListAsync(cancel);
        var (postsOf, areasOf) = (
            posts.ToLookup(post => post.PersonId),
            areas.ToLookup(area => area.PersonId)
        );
        return
        [
            .. known.Select(person => new PersonFacts
            {
                Person = person.Id,
                Community = person.Community,
                Posts =
                [
                    .. postsOf[person.Id]
                        .Select(post => new HeldPost(
                            post.Institution,
                            post.StaffRole,
                            DaySpan.Of(post.From, post.To)
                        )),
                ],
                Areas = [.. areasOf[person.Id].SelectMany(AreasOf)],
                Hired = postsOf[person.Id].Select(post => (DateOnly?)post.From).Min(),
                Certifications =
                [
                    .. pack
                        .Certifications.Select(one => new HeldCertification(
                            one.Code,
                            book.HeldDays(person.Id, one.Code)
                        ))
                        .Where(held => held.Days.Count > 0),
                ],
            }),
        ];
    }

    private IEnumerable<ServiceArea> AreasOf(ServedTerritory area) =>
        pack
            .Territories.CommunitiesWithin(area.Territory)
            .Select(community => new ServiceArea(community, DaySpan.Of(area.From, area.To)));
}
