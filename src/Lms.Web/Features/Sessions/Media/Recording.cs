namespace Lms.Web.Features.Sessions.Media;

/// <summary>A stretch of a session, in milliseconds from its start.</summary>
public sealed record SessionSpan(double FromMs, double ToMs)
{
    public bool Has(double timeMs) => timeMs >= FromMs && timeMs < ToMs;

    public bool Meets(SessionSpan other) => FromMs < other.ToMs && other.FromMs < ToMs;
}

/// <summary>Why nothing is heard for a while.</summary>
public enum GapCause
{
    /// <summary>Nobody spoke into the recording: a lost connection, a pause, recording switched off.</summary>
    NoSound,

    /// <summary>The trainer cut it out afterwards.</summary>
    Cut,
}

public sealed record MediaGap(SessionSpan Span, GapCause Cause);

/// <summary>One file of a recording; its time line is the session's.</summary>
public sealed record RecordedTrack(MediaTrack Track, string File, double DurationMs);

/// <summary>What came of muxing: files by track, and the stretches a player skips.</summary>
public sealed record Recording(IReadOnlyList<RecordedTrack> Tracks, IReadOnlyList<MediaGap> Gaps);
