using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Quartz;

namespace Lms.Web.Mail;

/// <summary>
/// Hands the letters of the outbox over, each once. A letter is marked before it is handed over: after
/// a crash in between it is left for a person to look at, because nobody can know whether it went.
/// </summary>
[DisallowConcurrentExecution]
public sealed class SendMail(
    LmsDbContext db,
    IMailCarrier carrier,
    LmsSettings settings,
    TimeProvider time,
    ILogger<SendMail> log
) : IJob
{
    private const int PerRun = 50;

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        var now = time.Now();
        var due = await db
            .OutgoingMail.Where(mail =>
                mail.HandedOverAt == null
                && mail.NotBefore <= now
                && mail.Failures < OutgoingMail.Patience
            )
            .OrderBy(mail => mail.CreatedAt)
            .Take(PerRun)
            .ToListAsync(cancellationToken);
        foreach (var mail in due)
        {
            await SendAsync(mail, cancellationToken);
        }
    }

    private async Task SendAsync(OutgoingMail mail, CancellationToken cancel)
    {
        if (!await ClaimAsync(mail, cancel))
        {
            return;
        }

        if (mail.Body.Length == 0)
        {
            // All it said was taken back while its fate was open.
            (mail.HandedOverAt, mail.Failures) = (null, OutgoingMail.GivenUp);
            await db.SaveChangesAsync(cancel);
            return;
        }

        try
        {
            await carrier.CarryAsync(LetterOf(mail), cancel);
            mail.SentAt = time.Now();
        }
        catch (Exception failure) when (carrier.WasRefused(failure))
        {
            log.LogWarning(
                "Mail {Mail} was refused: {Reason}",
                mail.Id.Value,
                failure.GetType().Name
            );
            mail.HandedOverAt = null;
            mail.Failures++;
            mail.NotBefore = time.Now().AddMinutes(Math.Pow(2, mail.Failures));
        }

        await db.SaveChangesAsync(cancel);
    }

    // Of a batch the last may wait for minutes: what it says is read when its turn has come, for it may
    // have been reworded, and it may be gone.
    private async Task<bool> ClaimAsync(OutgoingMail mail, CancellationToken cancel)
    {
        var claimed = await db.WriteAsync(
            () =>
                db
                    .OutgoingMail.Where(one => one.Id == mail.Id && one.HandedOverAt == null)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(one => one.HandedOverAt, time.Now()),
                        cancel
                    ),
            cancel
        );
        await db.Entry(mail).ReloadAsync(cancel);
        return claimed > 0 && db.Entry(mail).State != EntityState.Detached;
    }

    private MimeMessage LetterOf(OutgoingMail mail)
    {
        var letter = new MimeMessage
        {
            MessageId = $"{mail.Id.Value:N}@{settings.Site.Uri.Host}",
            Date = mail.CreatedAt,
            Subject = mail.Subject,
            Body = BodyOf(mail),
        };
        letter.From.Add(MailboxAddress.Parse(settings.Mail.From));
        letter.To.Add(MailboxAddress.Parse(mail.To));
        return letter;
    }

    /// <summary>
    /// RFC 6047, 2.4: the words for people and, as another form of the same, the object for their
    /// calendars, whose method stands in the type too.
    /// </summary>
    private static MimeEntity BodyOf(OutgoingMail mail)
    {
        var words = new TextPart("plain") { Text = mail.Body };
        if (mail.Calendar is not { } calendar)
        {
            return words;
        }

        var invitation = new TextPart("calendar")
        {
            Text = calendar,
            ContentTransferEncoding = ContentEncoding.Base64,
        };
        invitation.ContentType.Parameters.Add("method", MethodOf(calendar));
        return new MultipartAlternative(words, invitation);
    }

    private static string MethodOf(string calendar) =>
        calendar
            .Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .First(line => line.StartsWith("METHOD:", StringComparison.Ordinal))[
            "METHOD:".Length..
        ];
}
