using Lms.Domain.People;

namespace Lms.Domain.Live;

/// <summary>Who is what in a room. Names are stored as text and never change.</summary>
public enum RoomRole
{
    Trainer,

    /// <summary>Takes over when the trainer's connection is lost.</summary>
    CoTrainer,
    Moderator,
    Participant,

    /// <summary>Sees and hears; says nothing.</summary>
    Observer,
}

/// <summary>How a question to the trainer stands. Names are stored as text and never change.</summary>
public enum AskedState
{
    /// <summary>Not shown before a moderator has read it.</summary>
    Held,
    Shown,
    Answered,
    Dismissed,
}

/// <summary>How a poll stands. Names are stored as text and never change.</summary>
public enum PollState
{
    Open,
    Closed,

    /// <summary>Its results are shown.</summary>
    Revealed,
}

/// <summary>
/// Something that happened in a room, as its log keeps it. What every screen shows is a fold of these
/// in their order (<see cref="Room"/>). A message, a question, a poll, a check and a decision are known
/// by the number of the event that made them.
/// </summary>
public abstract record RoomEvent
{
    private RoomEvent() { }

    public sealed record StateSet(SessionState State) : RoomEvent
    {
        /// <summary>Why it was cancelled, for everyone who may know of the session; null for the rest.</summary>
        public string? Reason { get; init; }
    }

    /// <summary>
    /// A person is let in for the first time. Others know them by their place in this order, from 1,
    /// never by their id.
    /// </summary>
    public sealed record Entered(PersonId Person, RoomRole Role) : RoomEvent
    {
        /// <summary>By the person's own choice; else as first name and initial.</summary>
        public bool IsNamedInFull { get; init; }
    }

    /// <summary>Whose voice and slides are on: the trainer at first.</summary>
    public sealed record PresenterSet(PersonId Person) : RoomEvent;

    /// <param name="Slide">Index in the deck, from 0.</param>
    public sealed record SlideShown(int Slide) : RoomEvent;

    /// <param name="ToTrainers">Read by trainers and moderators alone.</param>
    public sealed record ChatPosted(string Text, bool ToTrainers) : RoomEvent;

    /// <param name="Message">Number of the event that posted it.</param>
    public sealed record ChatRemoved(long Message) : RoomEvent;

    /// <summary>A question to the trainers; one without a name has no <see cref="LoggedEvent.By"/>.</summary>
    public sealed record Asked(string Text, AskedState State) : RoomEvent;

    /// <param name="Question">Number of the event that asked it.</param>
    public sealed record AskedSet(long Question, AskedState State) : RoomEvent;

    /// <summary>A vote for a question, or its being taken back.</summary>
    /// <param name="Question">Number of the event that asked it.</param>
    public sealed record AskedVoted(long Question, bool IsFor) : RoomEvent;

    /// <param name="Slide">Of the deck, from 0; null for one made on the spot.</param>
    /// <param name="Json">The question, its key among it if it has one: the concept Quizzes reads it.</param>
    /// <param name="Points">For a right answer; 0 for a poll that has none.</param>
    public sealed record PollOpened(int? Slide, string Json, int Points) : RoomEvent;

    /// <param name="Poll">Number of the event that opened it.</param>
    public sealed record PollSet(long Poll, PollState State) : RoomEvent;

    /// <summary>The last one of a person counts.</summary>
    /// <param name="Poll">Number of the event that opened it.</param>
    public sealed record Voted(long Poll, IReadOnlyList<string> Values) : RoomEvent;

    public sealed record HandRaised : RoomEvent
    {
        /// <summary>The person's own yes to being recorded, should the floor be given.</summary>
        public bool MayBeRecorded { get; init; }
    }

    public sealed record HandLowered(PersonId Person) : RoomEvent;

    /// <param name="IsRecorded">Only with the person's own yes, see <see cref="HandRaised"/>.</param>
    public sealed record FloorGiven(PersonId Person, bool IsRecorded) : RoomEvent;

    public sealed record FloorTaken : RoomEvent;

    public sealed record RoleSet(PersonId Person, RoomRole Role) : RoomEvent;

    /// <summary>Out, and not let in again.</summary>
    public sealed record Removed(PersonId Person) : RoomEvent;

    /// <param name="IsOpen">Participants may post.</param>
    /// <param name="SlowSeconds">Between two posts of one person, 0 to 300; 0 for none.</param>
    /// <param name="HoldsQuestions">Questions are read by a moderator before they are shown.</param>
    public sealed record ChatSet(bool IsOpen, int SlowSeconds, bool HoldsQuestions) : RoomEvent;

    /// <param name="IsOn">Over when false.</param>
    public sealed record AlertSet(bool IsOn) : RoomEvent;

    public sealed record RecordingSet(bool IsOn) : RoomEvent;

    public sealed record CaptionTyped(string Text) : RoomEvent;

    public sealed record CheckAsked : RoomEvent;

    /// <param name="Check">Number of the event that asked it.</param>
    public sealed record CheckAnswered(long Check) : RoomEvent;

    /// <param name="Due">Null when no day was said.</param>
    public sealed record DecisionNoted(string What, string Who, DateOnly? Due) : RoomEvent;

    /// <summary>What stood here is gone, for good.</summary>
    public sealed record Erased : RoomEvent
    {
        /// <summary>Of a message in the chat, who read it: its place stays. Null for what was none.</summary>
        public bool? ToTrainers { get; init; }
    }

    /// <summary>A person was erased while the room was open: what they said is gone, and their name.</summary>
    public sealed record WordsErased(PersonId Person) : RoomEvent;

    /// <summary>A trainer erased what was said while the room is open: it is gone from every screen.</summary>
    /// <param name="Message">Number of the message, the question or the caption.</param>
    public sealed record MessageErased(long Message) : RoomEvent;

    /// <summary>
    /// What is left of it when the one who said it is erased. Whether a vote is words is known to who
    /// reads the question.
    /// </summary>
    public RoomEvent WithoutWords() =>
        this switch
        {
            ChatPosted said => new Erased { ToTrainers = said.ToTrainers },
            Asked or CaptionTyped => new Erased(),
            StateSet { Reason: not null } set => set with { Reason = null },
            _ => this,
        };
}

/// <summary>A line of a room's log: numbered from 1 without a gap.</summary>
/// <param name="At">Milliseconds since the doors opened, by the server's clock.</param>
/// <param name="By">Null for the product itself.</param>
public sealed record LoggedEvent(long Number, long At, PersonId? By, RoomEvent What);
