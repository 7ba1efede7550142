using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>What a room knows of its session: set when it was planned.</summary>
internal sealed record RoomFacts(
    LiveSessionId Id,
    string Title,
    string Language,
    AttendanceRule Rule,
    TerritoryCode? Territory,
    bool IsRehearsal,
    bool IsRecorded,
    DateTimeOffset OpenedAt,
    DateTimeOffset? StartsAt,
    int Minutes,
    CourseVersionId? Version,
    ActivityId? Activity
)
{
    public DateTimeOffset? PlannedEnd => StartsAt?.AddMinutes(Minutes);
}

/// <summary>A room as it was read back from its log.</summary>
/// <param name="Run">From 1: the epoch of this run.</param>
internal sealed record LoadedRoom(
    RoomFacts Facts,
    IReadOnlyList<LiveEvent> Events,
    IReadOnlyList<LivePresence> Presences,
    IReadOnlyList<LiveRun> Runs,
    IReadOnlyDictionary<PersonId, PersonName> Names,
    LiveRun Run
);

/// <summary>A line that is about to be written, and the account whose act it was.</summary>
/// <param name="IsOwnAlert">An alert that somebody in the room said, not the feed.</param>
internal sealed record NewLine(LiveEvent Event, AccountId? Account, bool IsOwnAlert = false);

/// <summary>
/// The log of a room on the disk. Lines are written in one transaction, before anybody is told of them.
/// </summary>
internal sealed class RoomLog(LmsDatabase database, PublishedCourses courses, TimeProvider time)
{
    private static readonly Viewer Keeper = Viewer.System("keep the log of a room");

    /// <summary>
    /// Reads a room back and begins a run of it; opens its doors when they are closed. Null when it is
    /// not one to be in.
    /// </summary>
    /// <param name="opens">Doors that are closed yet are opened.</param>
    public async Task<LoadedRoom?> LoadAsync(LiveSessionId id, bool opens)
    {
        await using var db = database.Open(Keeper);
        return await db.WriteAsync(async () =>
        {
            var session = await db.LiveSessions.SingleOrDefaultAsync(one => one.Id == id);
            if (session is null || !(session.State.IsOpen() || (opens && IsClosedYet(session))))
            {
                return null;
            }

            var now = time.Now();
            session.OpenedAt ??= now;
            session.CourseVersionId ??= await VersionAsync(session);
            var events = await db
                .LiveEvents.AsNoTracking()
                .Where(one => one.SessionId == id)
                .OrderBy(one => one.Number)
                .ToListAsync();
            var presences = await db
                .LivePresences.AsNoTracking()
                .Where(one => one.SessionId == id)
                .ToListAsync();
            var runs = await db
                .LiveRuns.AsNoTracking()
                .Where(one => one.SessionId == id)
                .OrderBy(one => one.Number)
                .ToListAsync();
            var from = FromOf(session, now, events, presences, runs);
            var run = new LiveRun
            {
                SessionId = id,
                Number = runs.Count == 0 ? 1 : runs[^1].Number + 1,
                From = from,
                Until = from,
            };
            db.LiveRuns.Add(run);
            // The log alone says how the room stands: a row that says something else is set right.
            var known = events.Select(one => one.What).OfType<RoomEvent.StateSet>().LastOrDefault();
            if (known?.State.IsOpen() == true)
            {
                session.State = known.State;
                // Nobody sat before a room that was down for so long: its clock stopped with it.
                if (
                    known.State == SessionState.Live
                    && runs.Count > 0
                    && from - runs[^1].Until > RoomKeeping.EndsAfter
                )
                {
                    session.State = SessionState.Interrupted;
                    var at = Math.Max(runs[^1].Until, events[^1].At);
                    events.Add(Stated(id, events.Count + 1, at, session.State));
                    db.LiveEvents.Add(events[^1]);
                }
            }
            else
            {
                session.State = session.State.IsOpen() ? session.State : SessionState.Lobby;
                events.Add(Stated(id, events.Count + 1, from, session.State));
                db.LiveEvents.Add(events[^1]);
            }

            await db.SaveChangesAsync();
            var people = events
                .Select(one => one.What)
                .OfType<RoomEvent.Entered>()
                .Select(one => one.Person)
                .ToList();
            var names = await db
                .People.AsNoTracking()
                .Where(person => people.Contains(person.Id))
                .Select(person => new { person.Id, person.Name })
                .ToDictionaryAsync(person => person.Id, person => person.Name);
            return new LoadedRoom(FactsOf(session), events, presences, runs, names, run);
        });
    }

    /// <summary>All of them or none.</summary>
    public async Task AppendAsync(RoomFacts facts, IReadOnlyList<NewLine> lines)
    {
        var now = time.Now();
        await using var db = database.Open(Keeper);
        await db.WriteAsync(async () =>
        {
            db.LiveEvents.AddRange(lines.Select(line => line.Event));
            foreach (var line in lines)
            {
                await AlsoAsync(db, facts, line, now);
            }

            await db.SaveChangesAsync();
        });
    }

    /// <summary>How long each room has been held open: what lies between two runs is the server's own downtime.</summary>
    public async Task HoldAsync(IReadOnlyList<(LiveSessionId Session, int Run, long Until)> open)
    {
        await using var db = database.Open(Keeper);
        await db.WriteAsync(async () =>
        {
            foreach (var (session, run, until) in open)
            {
                await db
                    .LiveRuns.Where(one => one.SessionId == session && one.Number == run)
                    .ExecuteUpdateAsync(set => set.SetProperty(one => one.Until, until));
            }
        });
    }

    private async Task AlsoAsync(LmsDbContext db, RoomFacts facts, NewLine line, DateTimeOffset now)
    {
        switch (line.Event.What)
        {
            case RoomEvent.StateSet(var state):
                var ended = state == SessionState.Ended ? now : (DateTimeOffset?)null;
                await db
                    .LiveSessions.Where(one => one.Id == facts.Id)
                    .ExecuteUpdateAsync(set =>
                        set.SetProperty(one => one.State, state)
                            .SetProperty(one => one.EndedAt, ended)
                    );
                break;
            case RoomEvent.Removed(var person):
                db.Audit.Add(
                    new AuditEntry
                    {
                        At = now,
                        Action = AuditAction.RemovedFromRoom,
                        Actor = line.Account,
                        Subject = person,
                        Detail = facts.Id.Value.ToString(),
                    }
                );
                break;
            case RoomEvent.WordsErased(var person):
                await SilenceAsync(db, facts.Id, person);
                break;
            case RoomEvent.AlertSet(var isOn) when line.IsOwnAlert && facts.Territory is { } over:
                await AlertAsync(db, over, isOn, now);
                break;
        }
    }

    // What was said between the erasure and this line.
    private static async Task SilenceAsync(LmsDbContext db, LiveSessionId session, PersonId person)
    {
        var room = await db.RoomOfAsync(session);
        foreach (
            var said in await db
                .LiveEvents.Where(one => one.SessionId == session && one.By == person)
                .ToListAsync()
        )
        {
            said.What = said.What.WithoutWords(room);
        }
    }

    private async Task AlertAsync(
        LmsDbContext db,
        TerritoryCode over,
        bool isOn,
        DateTimeOffset now
    )
    {
        if (isOn)
        {
            db.AirAlerts.Add(
                new AirAlert
                {
                    Id = new(time.NewId()),
                    Territory = over,
                    From = now,
                    Source = AlertSource.Room,
                }
            );
            return;
        }

        foreach (
            var alert in await db
                .AirAlerts.Where(one =>
                    one.Territory == over && one.Source == AlertSource.Room && one.Until == null
                )
                .ToListAsync()
        )
        {
            alert.Until = now;
        }
    }

    private static bool IsClosedYet(LiveSession session) =>
        session.State == SessionState.Scheduled && session.StartsAt is not null;

    // A wall clock set back moves nothing: a run begins no earlier than what is known to have been.
    private static long FromOf(
        LiveSession session,
        DateTimeOffset now,
        List<LiveEvent> events,
        List<LivePresence> presences,
        List<LiveRun> runs
    ) =>
        Math.Max(
            (long)(now - session.OpenedAt!.Value).TotalMilliseconds,
            Math.Max(
                Math.Max(
                    runs.Count == 0 ? 0 : runs[^1].Until,
                    events.Count == 0 ? 0 : events[^1].At
                ),
                presences
                    .Where(one => !one.IsKept)
                    .Select(one => one.LastBeat)
                    .DefaultIfEmpty()
                    .Max()
            )
        );

    private static LiveEvent Stated(LiveSessionId id, long number, long at, SessionState state) =>
        new()
        {
            SessionId = id,
            Number = number,
            At = at,
            What = new RoomEvent.StateSet(state),
        };

    private async Task<CourseVersionId?> VersionAsync(LiveSession session)
    {
        var course =
            session.CourseId is { } id && session.ActivityId is not null
                ? (await courses.AllAsync()).FirstOrDefault(one => one.Id == id)
                : null;
        return course?.TryFind(session.ActivityId!.Value) is null ? null : course.Version;
    }

    private static RoomFacts FactsOf(LiveSession session) =>
        new(
            session.Id,
            session.Title,
            session.Language,
            session.Rule,
            session.Territory,
            session.RehearsalOf is not null,
            session.MayBeRecorded,
            session.OpenedAt!.Value,
            session.StartsAt,
            session.Minutes,
            session.CourseVersionId,
            session.ActivityId
        );
}
