using System.Collections.Concurrent;
using Lms.Domain.Live;

namespace Lms.Web.Features.Privacy;

/// <summary>What is looked for in the log of a session, each after a time of its own.</summary>
public enum SessionTrace
{
    Words,
    Captions,
}

/// <summary>
/// How a session stood: its state, the number of its last line and who leads it. Lines are only added,
/// or emptied; so as long as it stands the same, nothing that is to be forgotten has come into its log.
/// </summary>
public sealed record SessionMark(SessionState State, long Last, string Leading);

/// <summary>
/// Which logs were seen to hold nothing to forget: they are long, and not gone through each day. Kept in
/// memory alone, so that after a start, of whatever database, each is looked at once.
/// </summary>
public sealed class GoneThrough
{
    private readonly ConcurrentDictionary<(SessionTrace, LiveSessionId), SessionMark> marks = new();

    public bool Has(SessionTrace trace, LiveSessionId session, SessionMark mark) =>
        marks.GetValueOrDefault((trace, session)) == mark;

    /// <summary>It was found clean, as it stood before it was looked at.</summary>
    public void Add(SessionTrace trace, LiveSessionId session, SessionMark mark) =>
        marks[(trace, session)] = mark;
}
