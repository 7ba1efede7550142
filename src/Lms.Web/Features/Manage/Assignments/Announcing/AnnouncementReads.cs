using Lms.Domain.Requirements;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Announcing;

/// <param name="IsOwn">Of a territory the viewer follows as a whole, so that they may end it.</param>
public sealed record PublishedRow(Announcement Text, bool IsOwn, int Audience, int Read);

public sealed record ReaderRow(string Name, DateTimeOffset? ReadAt);

/// <summary>Announcements that reach the viewer's people, and who of these has read them.</summary>
public sealed class AnnouncementReads(
    LmsDbContext db,
    Choices choices,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    private const int Most = 100;

    public async Task<IReadOnlyList<PublishedRow>> AllAsync()
    {
        var rows = new List<PublishedRow>();
        var all = await db
            .Announcements.AsNoTracking()
            .OrderByDescending(one => one.PublishedAt)
            .Take(Most)
            .ToListAsync();
        foreach (var one in all.Where(Reaches))
        {
            var audience = AnnouncementAudience.Of(db, pack, one, Today);
            rows.Add(
                new(
                    one,
                    choices.Follows(one.Within),
                    await audience.CountAsync(),
                    await audience.CountAsync(person =>
                        db.AnnouncementsRead.Any(read =>
                            read.AnnouncementId == one.Id && read.PersonId == person.Id
                        )
                    )
                )
            );
        }

        return rows;
    }

    /// <summary>Null when there is none that reaches the viewer's people.</summary>
    public async Task<PublishedRow?> FindAsync(AnnouncementId id)
    {
        var one = await db.Announcements.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id);
        return one is null || !Reaches(one) ? null : new(one, choices.Follows(one.Within), 0, 0);
    }

    /// <summary>Who of the viewer's people is to read it; who has not stands first.</summary>
    public async Task<IReadOnlyList<ReaderRow>> ReadersAsync(Announcement announcement)
    {
        var people = await AnnouncementAudience
            .Of(db, pack, announcement, Today)
            .OrderBy(person => person.SortKey)
            .Select(person => new { person.Id, person.Name })
            .ToListAsync();
        var read = await db
            .AnnouncementsRead.Where(one => one.AnnouncementId == announcement.Id)
            .ToDictionaryAsync(one => one.PersonId, one => one.ReadAt);
        return
        [
            .. people
                .Select(person => new ReaderRow(
                    person.Name.Full,
                    read.TryGetValue(person.Id, out var at) ? at : null
                ))
                .OrderBy(row => row.ReadAt is not null),
        ];
    }

    private DateOnly Today => pack.DayOf(time.Now());

    private bool Reaches(Announcement one) =>
        choices.Follows(one.Within)
        || one.Within is not { } within
        || pack.Territories.CommunitiesWithin(within).Overlaps(current.Viewer.Communities);
}
