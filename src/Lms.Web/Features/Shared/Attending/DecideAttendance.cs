using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Attending;

public enum DecideAnswer
{
    Decided,

    /// <summary>A decision about a person has a reason.</summary>
    NeedsReason,

    /// <summary>What is not over yet is counted still.</summary>
    NotOver,

    /// <summary>The person has no seat and was not there.</summary>
    Unknown,
}

/// <summary>A trainer's word about someone's attendance, with its reason; null takes it back.</summary>
public sealed class DecideAttendance(IServiceProvider services, TimeProvider time)
{
    public const int LongestReason = 500;

    public async Task<DecideAnswer> RunAsync(
        LiveSessionId session,
        PersonId person,
        bool? isAttended,
        string? reason,
        AccountId by
    )
    {
        var why = reason?.Trim() ?? "";
        if (why.Length is 0 or > LongestReason)
        {
            return DecideAnswer.NeedsReason;
        }

        await using var work = services.WorkAs("a trainer decides about attendance");
        var reads = work.Services.GetRequiredService<AttendanceReads>();
        if (
            await reads.AllAsync(session) is not var (log, lines)
            || lines.All(one => one.Person != person)
        )
        {
            return DecideAnswer.Unknown;
        }

        if (!log.IsOver)
        {
            return DecideAnswer.NotOver;
        }

        var db = work.Services.GetRequiredService<LmsDbContext>();
        await db.WriteAsync(async () =>
        {
            db.AttendanceDecisions.Add(
                new()
                {
                    SessionId = session,
                    PersonId = person,
                    IsAttended = isAttended,
                    Reason = why,
                    By = by.Actor,
                    At = time.Now(),
                }
            );
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.AttendanceDecided,
                    Actor = by,
                    Subject = person,
                    Detail = $"{session.Value} {Word(isAttended)}",
                }
            );
            await db.SaveChangesAsync();
        });
        await work.Services.GetRequiredService<SettleSession>().PersonAsync(session, person);
        return DecideAnswer.Decided;
    }

    private static string Word(bool? isAttended) =>
        isAttended switch
        {
            true => "attended",
            false => "not-attended",
            null => "by-minutes",
        };
}
