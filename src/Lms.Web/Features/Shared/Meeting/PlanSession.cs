using System.Buffers.Binary;
using System.Security.Cryptography;
using Lms.Domain.Live;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>
/// Plans a session, or a series at the same hour of the wall clock, once for an operation however often
/// it is sent. The rule of attendance is stamped here.
/// </summary>
public sealed class PlanSession(
    LmsDatabase database,
    SessionLetters letters,
    OrganisationPack pack,
    TimeProvider time
)
{
    private static readonly Viewer Planner = Viewer.System("plan a session");

    /// <returns>The first of them.</returns>
    public async Task<LiveSessionId> RunAsync(
        SessionPlan plan,
        Repetition repetition,
        OperationId operation,
        Actor by
    )
    {
        await using var db = database.Open(Planner);
        return await db.WriteAsync(async () =>
        {
            var known = await db
                .LiveSessions.Where(one => one.Operation == operation)
                .Select(one => (LiveSessionId?)one.Id)
                .SingleOrDefaultAsync();
            if (known is { } id)
            {
                return id;
            }

            SessionSeriesId? series = repetition.Times > 1 ? new(time.NewId()) : null;
            var planned = Enumerable
                .Range(0, repetition.Times)
                .Select(at => Make(plan, at * repetition.Weeks, series, Of(operation, at), by))
                .ToList();
            foreach (var session in planned)
            {
                await AddAsync(db, session, plan, by);
            }

            await db.SaveChangesAsync();
            return planned[0].Id;
        });
    }

    private LiveSession Make(
        SessionPlan plan,
        int weeks,
        SessionSeriesId? series,
        OperationId operation,
        Actor by
    ) =>
        new()
        {
            Id = new(time.NewId()),
            Operation = operation,
            CourseId = plan.Course,
            ActivityId = plan.Deck,
            SeriesId = series,
            RehearsalOf = plan.RehearsalOf,
            Title = plan.Title,
            Language = plan.Language,
            StartsAt = plan.StartsAt is { } starts
                ? WallClock.AfterDays(starts, weeks * 7, pack.TimeZone)
                : null,
            Minutes = plan.Minutes,
            Capacity = plan.Capacity,
            Admission = plan.Admission,
            Form = plan.Form,
            Place = plan.Place,
            Territory = plan.Territory,
            Rule = AttendanceRule.Default with { Percent = plan.Percent },
            IsRecorded = plan.IsRecorded,
            State = SessionState.Scheduled,
            By = by.Account.Actor,
            CreatedAt = time.Now(),
        };

    private async Task AddAsync(LmsDbContext db, LiveSession session, SessionPlan plan, Actor by)
    {
        db.LiveSessions.Add(session);
        Lead[] leads =
        [
            new(by.Person, RoomRole.Trainer),
            .. plan.Leads.Where(lead => lead.Person != by.Person).DistinctBy(lead => lead.Person),
        ];
        foreach (var lead in leads)
        {
            db.SessionTrainers.Add(
                new SessionTrainer
                {
                    SessionId = session.Id,
                    PersonId = lead.Person,
                    Role = lead.Role,
                }
            );
        }

        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.SessionPlanned,
                Actor = by.Account,
                Detail = session.Id.Value.ToString(),
            }
        );
        await letters.LeadAsync(db, session, [.. leads.Select(lead => lead.Person)]);
    }

    // The first one has the operation itself; those after it one each that follows from it.
    private static OperationId Of(OperationId operation, int at)
    {
        if (at == 0)
        {
            return operation;
        }

        Span<byte> from = stackalloc byte[20];
        operation.Value.TryWriteBytes(from, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(from[16..], at);
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(from, bytes);
        // Version 8 (RFC 9562, 5.8): made of what is known.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(new Guid(bytes[..16], bigEndian: true));
    }
}
