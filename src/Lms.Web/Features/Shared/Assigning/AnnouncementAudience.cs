using Lms.Domain.People;
using Lms.Domain.Requirements;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>Whom an announcement is for: people of the territory, with a post in the staff role today.</summary>
public static class AnnouncementAudience
{
    /// <summary>Within the scope of the database.</summary>
    public static IQueryable<Person> Of(
        LmsDbContext db,
        OrganisationPack pack,
        Announcement announcement,
        DateOnly today
    )
    {
        var people = db.People.Where(person =>
            person.MergedInto == null && person.ErasedAt == null
        );
        if (announcement.Within is { } within)
        {
            var communities = pack.Territories.CommunitiesWithin(within).ToList();
            people = people.Where(person => communities.Contains(person.Community));
        }

        return announcement.StaffRole is { } role
            ? people.Where(person =>
                db.Posts.Any(post =>
                    post.PersonId == person.Id
                    && post.StaffRole == role
                    && post.From <= today
                    && (post.To == null || post.To >= today)
                )
            )
            : people;
    }

    /// <summary>What a person is to read and has not ended, the newest first.</summary>
    public static async Task<IReadOnlyList<(Announcement Text, DateTimeOffset? ReadAt)>> ForAsync(
        LmsDbContext db,
        OrganisationPack pack,
        PersonId person,
        DateOnly today,
        CancellationToken cancel = default
    )
    {
        var open = await db
            .Announcements.AsNoTracking()
            .Where(one => one.EndedAt == null)
            .OrderByDescending(one => one.PublishedAt)
            .ToListAsync(cancel);
        if (open.Count == 0)
        {
            return [];
        }

        var read = await db
            .AnnouncementsRead.Where(one => one.PersonId == person)
            .ToDictionaryAsync(one => one.AnnouncementId, one => one.ReadAt, cancel);
        var found = new List<(Announcement, DateTimeOffset?)>();
        foreach (var one in open)
        {
            if (await Of(db, pack, one, today).AnyAsync(known => known.Id == person, cancel))
            {
                found.Add(
                    (one, read.TryGetValue(one.Id, out var at) ? at : default(DateTimeOffset?))
                );
            }
        }

        return found;
    }
}
