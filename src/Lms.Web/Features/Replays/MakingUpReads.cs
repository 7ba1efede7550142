using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared.Attending;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Replays;

/// <param name="Watched">Of the block, watched again so far, in milliseconds.</param>
public sealed record MissedBlock(MadeUpBlock Block, long Watched)
{
    public bool IsAnswered => Block.AnsweredAt is not null;
}

/// <summary>How far one person is with making up a session.</summary>
/// <param name="IsSettled">The fact of their attendance is written.</param>
/// <param name="Watched">Of what was missed, in milliseconds.</param>
/// <param name="Left">Missed and not watched again.</param>
public sealed record MakingUpState(
    SessionLog Log,
    AttendanceLine Line,
    bool IsSettled,
    long Watched,
    long Left,
    IReadOnlyList<MissedBlock> Blocks
)
{
    public bool IsOver => Log.IsOver;

    public bool IsAttended => Line.IsAttended;

    /// <summary>There is something that making up could change.</summary>
    public bool IsOffered =>
        IsOver && !IsAttended && Log.Session.Rule.CountsMadeUp && Line.Decision is null;
}

/// <summary>Reads it with the product's own eyes, for the person alone.</summary>
public sealed class MakingUpReads(LmsDatabase database, AttendanceReads reads)
{
    private static readonly Viewer Reader = Viewer.System("a person makes up what they missed");

    /// <summary>Null when there is no such session.</summary>
    public async Task<MakingUpState?> OfAsync(LiveSessionId session, PersonId person)
    {
        if (await reads.OneAsync(session, person) is not var (log, line))
        {
            return null;
        }

        await using var db = database.Open(Reader);
        var isSettled = await db.AttendedSessions.AnyAsync(one =>
            one.SessionId == session && one.PersonId == person
        );
        var watched = Spans.Joined(
            (
                await db
                    .WatchedSpans.AsNoTracking()
                    .Where(one => one.SessionId == session && one.PersonId == person)
                    .ToListAsync()
            ).Select(one => new Span(one.From, one.Until))
        );
        var blocks = await db
            .MadeUpBlocks.AsNoTracking()
            .Where(one => one.SessionId == session && one.PersonId == person)
            .OrderBy(one => one.From)
            .ToListAsync();
        return new(
            log,
            line,
            isSettled,
            Spans.Length(Spans.Both(watched, line.Gaps)),
            Spans.Length(Spans.Except(line.Gaps, watched)),
            [
                .. blocks.Select(block => new MissedBlock(
                    block,
                    Spans.Length(Spans.Both(watched, [new(block.From, block.Until)]))
                )),
            ]
        );
    }
}
