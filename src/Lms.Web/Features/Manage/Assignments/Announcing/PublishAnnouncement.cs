using Lms.Domain.Requirements;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Assignments.Announcing;

/// <summary>Publishes an announcement once, and ends it. The caller has checked the scope and the text.</summary>
public sealed class PublishAnnouncement(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    public Task RunAsync(
        OperationId operation,
        string title,
        string body,
        TerritoryCode? within,
        string? role
    ) =>
        db.WriteAsync(async () =>
        {
            if (await db.Announcements.AnyAsync(one => one.Operation == operation))
            {
                return;
            }

            var announcement = new Announcement
            {
                Id = new(time.NewId()),
                Title = title,
                Body = body,
                Within = within,
                StaffRole = role,
                By = current.Viewer.Account!.Value.Actor,
                PublishedAt = time.Now(),
                Operation = operation,
            };
            db.Announcements.Add(announcement);
            Record(announcement.Id, "published");
            await db.SaveChangesAsync();
        });

    public Task EndAsync(AnnouncementId id) =>
        db.WriteAsync(async () =>
        {
            var one = await db.Announcements.SingleAsync(known => known.Id == id);
            if (one.EndedAt is null)
            {
                one.EndedAt = time.Now();
                Record(id, "ended");
                await db.SaveChangesAsync();
            }
        });

    private void Record(AnnouncementId id, string what) =>
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.AnnouncementPublished,
                Actor = current.Viewer.Account,
                Detail = $"{what} {id.Value}",
            }
        );
}
