using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Settings;

public enum MailTestAnswer
{
    /// <summary>In the outbox.</summary>
    Queued,

    /// <summary>The administrator signs in without an e-mail address.</summary>
    NoAddress,

    TooMany,
}

/// <summary>
/// Sends a test letter the way all letters go, through the outbox, to the administrator's own address
/// and to no other.
/// </summary>
public sealed class TestMail(
    LmsDbContext db,
    CurrentViewer current,
    LmsSettings settings,
    TimeProvider time
)
{
    private const int Most = 3;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);

    public Task<MailTestAnswer> RunAsync(Texts texts) =>
        db.WriteAsync(async () =>
        {
            var now = time.Now();
            var account = current.Viewer.Account;
            var address = await db
                .Accounts.Where(one => one.Id == account)
                .Select(one => one.Email)
                .SingleOrDefaultAsync();
            if (string.IsNullOrEmpty(address))
            {
                return MailTestAnswer.NoAddress;
            }

            var since = now - Within;
            if (
                await db.Audit.CountAsync(entry =>
                    entry.Action == AuditAction.MailTested
                    && entry.Actor == account
                    && entry.At > since
                ) >= Most
            )
            {
                return MailTestAnswer.TooMany;
            }

            var id = new MailId(time.NewId());
            db.OutgoingMail.Add(
                new OutgoingMail
                {
                    Id = id,
                    Event = $"mail-test:{id.Value}",
                    To = address,
                    Subject = texts["admin.settings.mail.subject"],
                    Body = texts.Fill("admin.settings.mail.body", settings.Site.Address),
                    CreatedAt = now,
                    NotBefore = now,
                }
            );
            db.Audit.Add(
                new AuditEntry
                {
                    At = now,
                    Action = AuditAction.MailTested,
                    Actor = account,
                }
            );
            await db.SaveChangesAsync();
            return MailTestAnswer.Queued;
        });
}
