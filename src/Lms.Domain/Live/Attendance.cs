using System.Runtime.InteropServices;

namespace Lms.Domain.Live;

/// <summary>
/// What counts as attended: stamped on a session when it is scheduled, so that no later change decides
/// an old one again.
/// </summary>
public sealed record AttendanceRule
{
    public static readonly AttendanceRule Default = new();

    /// <summary>Of the time the session was live, 1 to 100.</summary>
    public int Percent { get; init; } = 80;

    /// <summary>A gap no longer than this is forgiven, in milliseconds: a power cut is nobody's fault.</summary>
    public long Grace { get; init; } = 90_000;

    /// <summary>Forgiven at most, of the time the session was live, 0 to 100.</summary>
    public int ForgivenPercent { get; init; } = 10;

    /// <summary>Whether minutes made up from the recording count.</summary>
    public bool CountsMadeUp { get; init; } = true;

    /// <summary>Checks that must be answered, of those asked while the person was connected: thirds.</summary>
    public int ChecksInThirds { get; init; } = 2;
}

/// <summary>One connection of one person: from its first beat to its last.</summary>
/// <param name="LastBeat">A beat holds for ten seconds more.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Presence(long FirstBeat, long LastBeat);

/// <summary>All that is known of one person's time in one session. Order does not matter.</summary>
public sealed record AttendanceFacts
{
    public static readonly AttendanceFacts None = new();

    /// <summary>Of every device; they may overlap.</summary>
    public IReadOnlyList<Presence> Presences { get; init; } = [];

    /// <summary>
    /// Beats that a device kept while it could not send them. They count inside the server's own
    /// downtimes alone: elsewhere a forged list would make minutes.
    /// </summary>
    public IReadOnlyList<Presence> Kept { get; init; } = [];

    /// <summary>Time of the session seen again in the recording, as the server counted it.</summary>
    public IReadOnlyList<Span> Watched { get; init; } = [];

    public int ChecksAsked { get; init; }

    public int ChecksAnswered { get; init; }

    /// <summary>What a trainer decided, with a reason; null when nobody did.</summary>
    public bool? Decided { get; init; }
}

/// <summary>Names are stored as text and never change.</summary>
public enum AttendanceVerdict
{
    Attended,

    /// <summary>With minutes made up from the recording.</summary>
    MadeUp,
    NotAttended,
}

/// <summary>Computed from the facts, never a column. All times in milliseconds.</summary>
/// <param name="Live">How long the session was live.</param>
/// <param name="Present">Of it, how long the person was there, forgiven gaps among it.</param>
/// <param name="Made">Of what was missed, how much was made up.</param>
/// <param name="Missed">What is left to make up.</param>
public sealed record Attendance(
    long Live,
    long Present,
    long Made,
    IReadOnlyList<Span> Missed,
    AttendanceVerdict Verdict
)
{
    /// <summary>A beat is sent every ten seconds: the last one is taken to hold until the next was due.</summary>
    public const long BeatHolds = 10_000;

    /// <param name="live">When the session was live, paused and interrupted time left out; in any order.</param>
    /// <param name="downtimes">When the server itself was down, by its own log; in any order.</param>
    public static Attendance Of(
        AttendanceRule rule,
        IEnumerable<Span> live,
        IEnumerable<Span> downtimes,
        AttendanceFacts facts
    )
    {
        var clock = Spans.Joined(live);
        var length = Spans.Length(clock);
        var down = Spans.Joined(downtimes);
        var seen = Spans.Joined(
            Of(facts.Presences).Concat(Spans.Both(Spans.Joined(Of(facts.Kept)), down))
        );
        var present = Spans.Both(Forgiven(rule, seen, clock, length), clock);
        var missed = Spans.Except(clock, present);
        var made = Spans.Both(Spans.Joined(facts.Watched), missed);
        var (there, again) = (Spans.Length(present), Spans.Length(made));
        return new(
            length,
            there,
            again,
            Spans.Except(missed, made),
            Judge(rule, facts, length, there, again)
        );
    }

    /// <summary>
    /// The gaps within the grace, from the first on, as long as all of them stay within the share: what
    /// was forgiven once is not taken back by what comes later.
    /// </summary>
    private static IReadOnlyList<Span> Forgiven(
        AttendanceRule rule,
        IReadOnlyList<Span> seen,
        IReadOnlyList<Span> clock,
        long length
    )
    {
        var left = length * rule.ForgivenPercent / 100;
        var spans = new List<Span>(seen);
        for (var at = 1; at < seen.Count; at++)
        {
            var gap = new Span(seen[at - 1].Until, seen[at].From);
            var counted = Spans.Length(Spans.Both([gap], clock));
            if (gap.Length <= rule.Grace && counted <= left)
            {
                left -= counted;
                spans.Add(gap);
            }
        }

        return Spans.Joined(spans);
    }

    private static AttendanceVerdict Judge(
        AttendanceRule rule,
        AttendanceFacts facts,
        long length,
        long there,
        long again
    )
    {
        if (facts.Decided is { } decided)
        {
            return decided ? AttendanceVerdict.Attended : AttendanceVerdict.NotAttended;
        }

        if (length == 0 || facts.ChecksAnswered * 3 < facts.ChecksAsked * rule.ChecksInThirds)
        {
            return AttendanceVerdict.NotAttended;
        }

        return IsEnough(there) ? AttendanceVerdict.Attended
            : rule.CountsMadeUp && IsEnough(there + again) ? AttendanceVerdict.MadeUp
            : AttendanceVerdict.NotAttended;

        bool IsEnough(long time) => time * 100 >= length * rule.Percent;
    }

    private static IEnumerable<Span> Of(IEnumerable<Presence> presences) =>
        presences
            .Where(one => one.LastBeat >= one.FirstBeat)
            .Select(one => new Span(one.FirstBeat, one.LastBeat + BeatHolds));
}
