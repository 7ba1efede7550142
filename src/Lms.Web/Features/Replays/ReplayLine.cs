using Lms.Domain.Live;

namespace Lms.Web.Features.Replays;

/// <summary>Something that happened, as a look back shows it: nobody's id, nobody's vote, no key.</summary>
/// <param name="At">In milliseconds since the doors opened.</param>
public abstract record ReplayLine(long At)
{
    /// <summary>Of the event, where it is what somebody said: it can be taken away. Null for the rest.</summary>
    public long? Number { get; init; }

    public sealed record Caption(long At, string Text) : ReplayLine(At);

    /// <param name="By">As the room called them; empty for one who was erased.</param>
    public sealed record Chat(long At, string By, string Text, bool ToTrainers) : ReplayLine(At);

    /// <param name="By">Null for a question asked without a name.</param>
    public sealed record Asked(long At, string? By, string Text, AskedState Now) : ReplayLine(At);

    public sealed record Poll(long At, string Prompt, IReadOnlyList<string> Options)
        : ReplayLine(At);

    public sealed record Results(long At, string Prompt, IReadOnlyList<PollResult> Counts)
        : ReplayLine(At);

    public sealed record Decision(long At, string What, string Who, DateOnly? Due) : ReplayLine(At);

    public sealed record Alert(long At, bool IsOn) : ReplayLine(At);

    public sealed record Recording(long At, bool IsOn) : ReplayLine(At);

    public sealed record State(long At, SessionState To) : ReplayLine(At);
}

public sealed record PollResult(string Label, int Count, bool IsRight);

/// <summary>From one slide to the next.</summary>
/// <param name="Slide">Index in the deck; null where there is none.</param>
public sealed record Chapter(long From, long Until, int? Slide, IReadOnlyList<ReplayLine> Lines);

/// <summary>Time that is not there: cut out, or nothing was live.</summary>
public sealed record ReplayGap(Span Span, bool IsCut);
