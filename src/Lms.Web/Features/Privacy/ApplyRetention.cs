using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Privacy;

/// <summary>
/// Deletes once a day what has been kept as long as the settings say. The audit is not cut: its
/// entries name no one, and its chain is checked from the first one on.
/// </summary>
[DisallowConcurrentExecution]
public sealed class ApplyRetention(
    LmsDbContext db,
    FindSessionsToForget findSessions,
    ForgetSessions sessions,
    LmsSettings settings,
    TimeProvider time
) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    /// <returns>How many rows went, by what they were; nothing when none did.</returns>
    public async Task<IReadOnlyDictionary<string, int>> RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        OldLetterFiles.Delete(settings, Before(now, settings.Retention.LetterDays));
        // Logs are long: they are read while others write, and the write is about what was found alone.
        var found = await findSessions.RunAsync(
            new(
                Before(now, settings.Retention.ChatDays),
                Before(now, settings.Retention.RecordingDays),
                Before(now, settings.Retention.AttendanceDays)
            ),
            cancel
        );
        var recordings = sessions.Media(found);
        return await db.WriteAsync(
            async () =>
            {
                var counts = new Dictionary<string, int>(StringComparer.Ordinal)
                {
                    ["answers"] = await AnswersAsync(now, cancel),
                    ["networks"] = await NetworksAsync(now, cancel),
                    ["letters"] = await LettersAsync(now, cancel),
                    ["unsent"] = await UnsentAsync(now, cancel),
                    ["registrations"] = await RegistrationsAsync(now, cancel),
                    ["chat"] = await sessions.ChatAsync(found, cancel),
                    ["recordings"] = recordings + await sessions.CaptionsAsync(found, cancel),
                    ["minutes"] = await sessions.MinutesAsync(found, cancel),
                };
                foreach (var nothing in counts.Where(one => one.Value == 0).ToList())
                {
                    counts.Remove(nothing.Key);
                }

                if (counts.Count > 0)
                {
                    db.Audit.Add(
                        new AuditEntry
                        {
                            At = now,
                            Action = AuditAction.RetentionApplied,
                            Detail = string.Join(
                                ' ',
                                counts.Select(one =>
                                    FormattableString.Invariant($"{one.Key}={one.Value}")
                                )
                            ),
                        }
                    );
                    await db.SaveChangesAsync(cancel);
                }

                return counts;
            },
            cancel
        );
    }

    private async Task<int> AnswersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = Before(now, settings.Retention.AnswerDays);
        var old = db.Attempts.Where(attempt => attempt.Result!.ClosedAt < before);
        var count = await db
            .Responses.Where(row => old.Any(attempt => attempt.Id == row.AttemptId))
            .ExecuteDeleteAsync(cancel);
        count += await db
            .AnswerFiles.Where(row => old.Any(attempt => attempt.Id == row.AttemptId))
            .ExecuteDeleteAsync(cancel);
        count += await db
            .Marks.Where(row => row.Remark != "" && old.Any(attempt => attempt.Id == row.AttemptId))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Remark, ""), cancel);
        count += await db.PracticeAnswers.Where(row => row.At < before).ExecuteDeleteAsync(cancel);
        count += await db.CaseSteps.Where(row => row.At < before).ExecuteDeleteAsync(cancel);
        return count;
    }

    private Task<int> NetworksAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = Before(now, settings.Retention.NetworkDays);
        return db
            .Sessions.Where(session =>
                session.SeenAt < before && (session.Network != "" || session.Device != "")
            )
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(session => session.Network, "")
                        .SetProperty(session => session.Device, ""),
                cancel
            );
    }

    // The event stays, so that it never gets a second letter.
    private Task<int> LettersAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = Before(now, settings.Retention.LetterDays);
        return ForgetAsync(Kept.Where(mail => mail.SentAt < before), cancel);
    }

    // What was to go so long ago tells of what is past: it goes to nobody any more.
    private async Task<int> UnsentAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = Before(now, settings.Retention.LetterDays);
        var unsent = Kept.Where(mail =>
            mail.SentAt == null
            && mail.CreatedAt < before
            && mail.NotBefore < before
            && (mail.HandedOverAt == null || mail.HandedOverAt < before)
        );
        await unsent.ExecuteUpdateAsync(
            set =>
                set.SetProperty(mail => mail.HandedOverAt, (DateTimeOffset?)null)
                    .SetProperty(mail => mail.Failures, OutgoingMail.GivenUp),
            cancel
        );
        return await ForgetAsync(unsent, cancel);
    }

    private IQueryable<OutgoingMail> Kept =>
        db.OutgoingMail.Where(mail => mail.To != "" || mail.Calendar != null);

    private static Task<int> ForgetAsync(
        IQueryable<OutgoingMail> letters,
        CancellationToken cancel
    ) =>
        letters.ExecuteUpdateAsync(
            set =>
                set.SetProperty(mail => mail.To, "")
                    .SetProperty(mail => mail.Subject, "")
                    .SetProperty(mail => mail.Body, "")
                    // It names whom it invites.
                    .SetProperty(mail => mail.Calendar, (string?)null),
            cancel
        );

    private Task<int> RegistrationsAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var before = Before(now, settings.Retention.RegistrationDays);
        return db
            .Registrations.Where(one => (one.DecidedAt ?? one.AskedAt) < before)
            .ExecuteDeleteAsync(cancel);
    }

    private static DateTimeOffset Before(DateTimeOffset now, int days) => now.AddDays(-days);
}
