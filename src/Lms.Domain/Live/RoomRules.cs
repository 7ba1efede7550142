using Lms.Domain.People;

namespace Lms.Domain.Live;

/// <summary>Why an act is not taken. Stored nowhere; the words are chosen in the web project.</summary>
public enum RoomRefusal
{
    /// <summary>Not by this role.</summary>
    NotAllowed,

    /// <summary>Not in this state of the session.</summary>
    NotNow,

    /// <summary>There is no such message, question, poll, check or person.</summary>
    Unknown,

    /// <summary>The chat is closed to participants.</summary>
    ChatClosed,

    /// <summary>Sooner after the last post than the slow mode allows.</summary>
    TooSoon,

    /// <summary>A text is longer than <see cref="RoomRules.LongestText"/>, or empty.</summary>
    WrongText,
}

/// <summary>What may be done in a room, by whom and when. Asked by the one writer of its log, in order.</summary>
public static class RoomRules
{
    /// <summary>Longest text of a message, a question, a caption or a decision, in characters.</summary>
    public const int LongestText = 2_000;

    /// <summary>Most values in one vote.</summary>
    public const int MostValues = 20;

    /// <summary>Longest slow mode.</summary>
    public const int MostSlowSeconds = 300;

    /// <summary>Most points of one question.</summary>
    public const int MostPoints = 1_000;

    /// <summary>
    /// How long after a poll was closed a vote is still taken, in milliseconds: it was cast before, and
    /// its link came back late.
    /// </summary>
    public const long VoteGrace = 30_000;

    /// <summary>Null when the act is taken.</summary>
    /// <param name="at">Now, in milliseconds since the doors opened.</param>
    public static RoomRefusal? Refuses(this Room room, PersonId by, RoomEvent act, long at) =>
        !room.State.IsOpen() || room.RoleOf(by) is not { } role ? RoomRefusal.NotNow
        : !MayDo(role, act) ? RoomRefusal.NotAllowed
        : TextsOf(act).Any(text => text.Length is 0 or > LongestText) ? RoomRefusal.WrongText
        : act switch
        {
            RoomEvent.StateSet(var state) => MayBeSet(room, state) ? null : RoomRefusal.NotNow,
            RoomEvent.SlideShown(var slide) => Known(slide >= 0),
            RoomEvent.ChatPosted post => Chat(room, by, role, post, at),
            RoomEvent.ChatRemoved(var number) => Known(room.Chat.Any(one => one.Number == number)),
            RoomEvent.AskedSet(var number, _) => Known(room.Question(number) is not null),
            RoomEvent.AskedVoted(var number, _) => Known(
                room.Question(number) is { State: AskedState.Shown }
            ),
            RoomEvent.PollSet(var number, _) => Known(room.Poll(number) is not null),
            RoomEvent.Voted vote => Vote(room, vote, at),
            RoomEvent.CheckAnswered(var number) => room.Check(number) switch
            {
                null => RoomRefusal.Unknown,
                { AskedAt: var asked } when at - asked > AttentionCheck.Window =>
                    RoomRefusal.NotNow,
                _ => null,
            },
            RoomEvent.HandLowered(var person) => person == by
            || Leads(role)
            || role == RoomRole.Moderator
                ? null
                : RoomRefusal.NotAllowed,
            RoomEvent.FloorGiven(var person, var isRecorded) => room.RoleOf(person) is null
                ? RoomRefusal.Unknown
            : isRecorded && !room.MayBeRecorded(person) ? RoomRefusal.NotAllowed
            : null,
            RoomEvent.PresenterSet(var person) => room.RoleOf(person) is { } next && Leads(next)
                ? null
                : RoomRefusal.Unknown,
            RoomEvent.RoleSet(var person, var next) => Role(room, by, role, person, next),
            RoomEvent.ChatSet(_, var slow, _) => slow is >= 0 and <= MostSlowSeconds
                ? null
                : RoomRefusal.WrongText,
            RoomEvent.PollOpened(_, _, var points) => points is >= 0 and <= MostPoints
                ? null
                : RoomRefusal.WrongText,
            RoomEvent.Removed(var person) => room.RoleOf(person) switch
            {
                null => RoomRefusal.Unknown,
                { } other when Leads(other) => RoomRefusal.NotAllowed,
                _ => null,
            },
            _ => null,
        };

    /// <summary>Whether the role leads the session.</summary>
    public static bool Leads(RoomRole role) => role is RoomRole.Trainer or RoomRole.CoTrainer;

    /// <summary>Whether the role keeps order, and reads what is meant for trainers.</summary>
    public static bool Keeps(RoomRole role) => Leads(role) || role == RoomRole.Moderator;

    private static bool MayDo(RoomRole role, RoomEvent act) =>
        act switch
        {
            RoomEvent.Entered
            or RoomEvent.Erased
            or RoomEvent.WordsErased
            or RoomEvent.MessageErased => false,
            RoomEvent.StateSet
            or RoomEvent.PresenterSet
            or RoomEvent.SlideShown
            or RoomEvent.PollOpened
            or RoomEvent.PollSet
            or RoomEvent.FloorGiven
            or RoomEvent.RoleSet
            or RoomEvent.RecordingSet
            or RoomEvent.CheckAsked
            or RoomEvent.CaptionTyped
            or RoomEvent.DecisionNoted => Leads(role),
            RoomEvent.AlertSet
            or RoomEvent.ChatRemoved
            or RoomEvent.ChatSet
            or RoomEvent.AskedSet
            or RoomEvent.FloorTaken
            or RoomEvent.Removed => Keeps(role),
            _ => role != RoomRole.Observer,
        };

    // Interrupted is found out, not said; an alert lasts until it is called off.
    private static bool MayBeSet(Room room, SessionState state) =>
        room.State.MayBecome(state)
        && state switch
        {
            SessionState.Live => !room.IsAlert,
            SessionState.Paused or SessionState.Ended => true,
            SessionState.Draft
            or SessionState.Scheduled
            or SessionState.Lobby
            or SessionState.Interrupted
            or SessionState.Processing
            or SessionState.Published
            or SessionState.Cancelled => false,
        };

    // Whose session it is, is said by a trainer alone: who helps out takes it from nobody.
    private static RoomRefusal? Role(
        Room room,
        PersonId by,
        RoomRole role,
        PersonId person,
        RoomRole next
    ) =>
        room.RoleOf(person) is not { } now || person == by ? RoomRefusal.Unknown
        : role != RoomRole.Trainer && (now == RoomRole.Trainer || next == RoomRole.Trainer)
            ? RoomRefusal.NotAllowed
        : null;

    private static RoomRefusal? Chat(
        Room room,
        PersonId by,
        RoomRole role,
        RoomEvent.ChatPosted post,
        long at
    )
    {
        if (role != RoomRole.Participant)
        {
            return null;
        }

        if (!room.IsChatOpen && !post.ToTrainers)
        {
            return RoomRefusal.ChatClosed;
        }

        var last = room.Chat.LastOrDefault(message => message.By == by);
        return last is not null && at - last.At < room.SlowSeconds * 1000L
            ? RoomRefusal.TooSoon
            : null;
    }

    private static RoomRefusal? Vote(Room room, RoomEvent.Voted vote, long at) =>
        room.Poll(vote.Poll) switch
        {
            null => RoomRefusal.Unknown,
            _ when vote.Values.Count > MostValues => RoomRefusal.WrongText,
            { State: PollState.Open } => null,
            { State: PollState.Closed, ClosedAt: { } closed } when at - closed <= VoteGrace => null,
            _ => RoomRefusal.NotNow,
        };

    private static RoomRefusal? Known(bool isKnown) => isKnown ? null : RoomRefusal.Unknown;

    private static IReadOnlyList<string> TextsOf(RoomEvent act) =>
        act switch
        {
            RoomEvent.ChatPosted post => [post.Text],
            RoomEvent.Asked asked => [asked.Text],
            RoomEvent.CaptionTyped caption => [caption.Text],
            RoomEvent.DecisionNoted decision => [decision.What, decision.Who],
            RoomEvent.Voted vote => [.. vote.Values],
            _ => [],
        };
}
