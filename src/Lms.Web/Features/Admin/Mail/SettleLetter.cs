using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Mail;

public enum LetterAnswer
{
    Done,

    /// <summary>No such letter, or it waits or went by itself.</summary>
    Unknown,

    /// <summary>Without a reason, or one too long.</summary>
    BadReason,
}

/// <summary>
/// What a person decides about a letter that failed, or of which nobody knows whether it went: to
/// try it once more, though it may come twice, or to let it be. Both stand in the log with the reason.
/// </summary>
public sealed class SettleLetter(LmsDbContext db, CurrentViewer current, TimeProvider time)
{
    public const int LongestReason = 300;

    public Task<LetterAnswer> TryAgainAsync(MailId id, string? reason) =>
        RunAsync(id, reason, "again", mail => (mail.Failures, mail.NotBefore) = (0, time.Now()));

    public Task<LetterAnswer> GiveUpAsync(MailId id, string? reason) =>
        RunAsync(id, reason, "given-up", mail => mail.Failures = OutgoingMail.GivenUp);

    private async Task<LetterAnswer> RunAsync(
        MailId id,
        string? reason,
        string what,
        Action<OutgoingMail> change
    )
    {
        var why = reason?.Trim() ?? "";
        return await db.WriteAsync(async () =>
        {
            var mail = await db.OutgoingMail.SingleOrDefaultAsync(one => one.Id == id);
            if (
                mail is null
                || MailStates.Of(mail.HandedOverAt, mail.SentAt, mail.Failures)
                    is not (MailState.Failed or MailState.Unknown)
            )
            {
                return LetterAnswer.Unknown;
            }

            if (why.Length is 0 or > LongestReason)
            {
                return LetterAnswer.BadReason;
            }

            mail.HandedOverAt = null;
            change(mail);
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.MailQueueLooked,
                    Actor = current.Viewer.Account,
                    Detail = $"{what} {id.Value}: {why}",
                }
            );
            await db.SaveChangesAsync();
            return LetterAnswer.Done;
        });
    }
}
