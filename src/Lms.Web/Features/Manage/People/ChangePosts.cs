using System.Globalization;
using Lms.Domain.People;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Lms.Web.Features.Shared.Register;
using Lms.Web.Features.Shared.WaysIn;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.People;

public enum PostAnswer
{
    Done,

    /// <summary>No such person, post or area in the viewer's scope.</summary>
    Unknown,

    /// <summary>The institution, the role or the territory is not one the viewer may choose.</summary>
    NotOffered,

    BadDays,

    /// <summary>The person holds that post, or serves that territory, on those days already.</summary>
    HeldAlready,

    /// <summary>Beyond the viewer's scope: an administrator decides.</summary>
    ForAdministrator,
}

/// <summary>
/// Posts, the community and the areas served, each with its history: nothing is overwritten, a move
/// ends one row and begins another.
/// </summary>
public sealed class ChangePosts(
    LmsDbContext db,
    InstitutionReads institutions,
    RecomputeMemberships memberships,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public Task<PostAnswer> AddAsync(PersonId id, string institution, string role, DateOnly from) =>
        ChangeAsync(
            id,
            async person =>
            {
                var answer = await MayHoldAsync(person, institution, role, from);
                if (answer == PostAnswer.Done)
                {
                    Hold(person, institution, role, from);
                }

                return answer;
            }
        );

    /// <param name="last">The last day in the post.</param>
    public Task<PostAnswer> EndAsync(PersonId id, PostId which, DateOnly last) =>
        ChangeAsync(
            id,
            person =>
            {
                var post = person.Posts.Find(one => one.Id == which && one.To is null);
                if (post is null || last < post.From)
                {
                    return Task.FromResult(post is null ? PostAnswer.Unknown : PostAnswer.BadDays);
                }

                post.To = last;
                Record(person.Id, $"ended {post.Institution} {post.StaffRole}");
                return Task.FromResult(PostAnswer.Done);
            }
        );

    /// <summary>The same role in another institution, from a day on; the post before ends the day before.</summary>
    public Task<PostAnswer> MoveAsync(
        PersonId id,
        PostId which,
        string institution,
        DateOnly from
    ) =>
        ChangeAsync(
            id,
            async person =>
            {
                if (person.Posts.Find(one => one.Id == which && one.To is null) is not { } post)
                {
                    return PostAnswer.Unknown;
                }

                if (from <= post.From)
                {
                    return PostAnswer.BadDays;
                }

                var answer = await MayHoldAsync(person, institution, post.StaffRole, from);
                if (answer == PostAnswer.Done)
                {
                    post.To = from.AddDays(-1);
                    Record(person.Id, $"ended {post.Institution} {post.StaffRole}");
                    Hold(person, institution, post.StaffRole, from);
                }

                return answer;
            }
        );

    /// <summary>To another community: within the viewer's scope on both ends.</summary>
    public Task<PostAnswer> SettleAsync(PersonId id, TerritoryCode community, DateOnly on) =>
        ChangeAsync(
            id,
            person =>
            {
                var answer =
                    !pack.Territories.IsCommunity(community) || community == person.Community
                        ? PostAnswer.NotOffered
                    : !current.Viewer.Answers(community) ? PostAnswer.ForAdministrator
                    : on > Today ? PostAnswer.BadDays
                    : PostAnswer.Done;
                if (answer == PostAnswer.Done)
                {
                    db.CommunityMoves.Add(
                        new CommunityMove
                        {
                            Id = new(time.NewId()),
                            PersonId = person.Id,
                            From = person.Community,
                            To = community,
                            On = on,
                            RecordedAt = time.Now(),
                        }
                    );
                    person.Community = community;
                    Record(person.Id, "community");
                }

                return Task.FromResult(answer);
            }
        );

    public Task<PostAnswer> ServeAsync(PersonId id, TerritoryCode territory, DateOnly from) =>
        ChangeAsync(
            id,
            async person =>
            {
                if (pack.Territories.Find(territory) is null || territory == person.Community)
                {
                    return PostAnswer.NotOffered;
                }

                if (!current.Viewer.SeesEveryone && !current.Viewer.Territories.Contains(territory))
                {
                    return PostAnswer.ForAdministrator;
                }

                if (
                    await db.ServedTerritories.AnyAsync(one =>
                        one.PersonId == id
                        && one.Territory == territory
                        && (one.To == null || one.To >= from)
                    )
                )
                {
                    return PostAnswer.HeldAlready;
                }

                db.ServedTerritories.Add(
                    new ServedTerritory
                    {
                        Id = new(time.NewId()),
                        PersonId = id,
                        Territory = territory,
                        From = from,
                    }
                );
                Record(id, $"serves {territory}");
                return PostAnswer.Done;
            }
        );

    public Task<PostAnswer> EndAreaAsync(PersonId id, ServedTerritoryId which, DateOnly last) =>
        ChangeAsync(
            id,
            async _ =>
            {
                var area = await db.ServedTerritories.SingleOrDefaultAsync(one =>
                    one.Id == which && one.PersonId == id && one.To == null
                );
                if (area is null || last < area.From)
                {
                    return area is null ? PostAnswer.Unknown : PostAnswer.BadDays;
                }

                area.To = last;
                Record(id, $"served {area.Territory}");
                return PostAnswer.Done;
            }
        );

    private DateOnly Today => pack.DayOf(time.Now());

    // Who falls under which rule may be another now; it is reckoned by the product's own eyes.
    private Task<PostAnswer> ChangeAsync(PersonId id, Func<Person, Task<PostAnswer>> change) =>
        db.WriteAsync(async () =>
        {
            var person = await db
                .People.Include(one => one.Posts)
                .SingleOrDefaultAsync(one =>
                    one.Id == id && one.ErasedAt == null && one.MergedInto == null
                );
            if (person is null || !current.Viewer.Answers(person.Community))
            {
                return PostAnswer.Unknown;
            }

            var answer = await change(person);
            if (answer == PostAnswer.Done)
            {
                await db.SaveChangesAsync();
                memberships.After(db, [id]);
            }

            return answer;
        });

    private async Task<PostAnswer> MayHoldAsync(
        Person person,
        string institution,
        string role,
        DateOnly from
    )
    {
        var offered = await institutions.ForAsync(person.Community);
        return !offered.Any(one => one.Code == institution) || pack.StaffRole(role) is null
                ? PostAnswer.NotOffered
            : from > Today.AddYears(1) || from.Year < 1950 ? PostAnswer.BadDays
            : person.Posts.Exists(one =>
                one.Institution == institution
                && one.StaffRole == role
                && (one.To is null || one.To >= from)
            )
                ? PostAnswer.HeldAlready
            : PostAnswer.Done;
    }

    private void Hold(Person person, string institution, string role, DateOnly from)
    {
        db.Posts.Add(
            new Post
            {
                Id = new(time.NewId()),
                PersonId = person.Id,
                Institution = institution,
                StaffRole = role,
                From = from,
            }
        );
        Record(
            person.Id,
            string.Create(CultureInfo.InvariantCulture, $"held {institution} {role}")
        );
    }

    private void Record(PersonId id, string detail) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.PostChanged,
                Actor = current.Viewer.Account,
                Subject = id,
                Detail = detail,
            }
        );
}
