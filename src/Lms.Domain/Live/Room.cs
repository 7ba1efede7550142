using Lms.Domain.People;

namespace Lms.Domain.Live;

/// <summary>
/// A room as its log says it is: the same events in the same order give the same room, whoever was
/// away meanwhile and however often the server began anew.
/// </summary>
public sealed class Room
{
    private readonly List<PersonId> people = [];
    private readonly Dictionary<PersonId, int> places = [];
    private readonly Dictionary<PersonId, RoomRole> letInAs = [];
    private readonly HashSet<PersonId> mayBeRecorded = [];
    private readonly Dictionary<PersonId, RoomRole> roles = [];
    private readonly HashSet<PersonId> removed = [];
    private readonly List<ChatMessage> chat = [];
    private readonly SortedDictionary<long, AskedQuestion> asked = [];
    private readonly Dictionary<long, RoomPoll> polls = [];
    private readonly List<PersonId> hands = [];
    private readonly Dictionary<long, AttentionCheck> checks = [];
    private readonly List<SessionDecision> decisions = [];
    private readonly List<Span> live = [];
    private long? liveSince;

    /// <summary>Number of the last event folded in; 0 for none.</summary>
    public long Number { get; private set; }

    public SessionState State { get; private set; } = SessionState.Scheduled;

    public PersonId? Presenter { get; private set; }

    public int Slide { get; private set; }

    public bool IsChatOpen { get; private set; } = true;

    public int SlowSeconds { get; private set; }

    public bool HoldsQuestions { get; private set; }

    public bool IsAlert { get; private set; }

    /// <summary>Paused because of the alert: its end lets it go on.</summary>
    public bool IsPausedByAlert { get; private set; }

    /// <summary>When it came to <see cref="State"/>.</summary>
    public long StateSince { get; private set; }

    public bool IsRecording { get; private set; }

    /// <summary>Whose voice is heard beside the presenter's; null for nobody's.</summary>
    public PersonId? Floor { get; private set; }

    public bool IsFloorRecorded { get; private set; }

    public string Caption { get; private set; } = "";

    /// <summary>In the order they were let in: the place, from 1, is what others know of them.</summary>
    public IReadOnlyList<PersonId> People => people;

    public IReadOnlyList<ChatMessage> Chat => chat;

    public IReadOnlyCollection<AskedQuestion> Questions => asked.Values;

    public IReadOnlyCollection<RoomPoll> Polls => polls.Values;

    /// <summary>In the order they were raised.</summary>
    public IReadOnlyList<PersonId> Hands => hands;

    public IReadOnlyCollection<AttentionCheck> Checks => checks.Values;

    public IReadOnlyList<SessionDecision> Decisions => decisions;

    /// <summary>When it was live, pauses and interruptions left out; what lasts is counted to <paramref name="now"/>.</summary>
    public IReadOnlyList<Span> LiveUntil(long now) =>
        Spans.Joined(liveSince is { } since ? [.. live, new Span(since, now)] : live);

    public RoomRole? RoleOf(PersonId person) =>
        removed.Contains(person) ? null
        : roles.TryGetValue(person, out var role) ? role
        : null;

    public bool IsRemoved(PersonId person) => removed.Contains(person);

    /// <summary>What the person was let in as, whatever became of it; null for one who never was.</summary>
    public RoomRole? LetInAs(PersonId person) =>
        letInAs.TryGetValue(person, out var role) ? role : null;

    /// <summary>From 1; null for one who was never let in.</summary>
    public int? PlaceOf(PersonId person) =>
        places.TryGetValue(person, out var place) ? place : null;

    /// <summary>Null when there is nobody.</summary>
    public PersonId? At(int place) => place > 0 && place <= people.Count ? people[place - 1] : null;

    /// <summary>Said with the hand that is up.</summary>
    public bool MayBeRecorded(PersonId person) => mayBeRecorded.Contains(person);

    public RoomPoll? Poll(long number) => polls.GetValueOrDefault(number);

    public AskedQuestion? Question(long number) => asked.GetValueOrDefault(number);

    public AttentionCheck? Check(long number) => checks.GetValueOrDefault(number);

    public static Room Of(IEnumerable<LoggedEvent> log)
    {
        var room = new Room();
        foreach (var one in log)
        {
            room.Apply(one);
        }

        return room;
    }

    /// <summary>An event that was folded in already is passed over: twice is once.</summary>
    /// <exception cref="ArgumentException">One before it is missing.</exception>
    public void Apply(LoggedEvent one)
    {
        if (one.Number <= Number)
        {
            return;
        }

        if (one.Number != Number + 1)
        {
            throw new ArgumentException($"Event {Number + 1} is missing.", nameof(one));
        }

        Number = one.Number;
        Fold(one);
    }

    private void Fold(LoggedEvent line)
    {
        switch (line.What)
        {
            case RoomEvent.StateSet(var state):
                Become(state, line.At);
                break;
            case RoomEvent.Entered(var person, var role)
                when places.TryAdd(person, people.Count + 1):
                people.Add(person);
                (roles[person], letInAs[person]) = (role, role);
                break;
            case RoomEvent.PresenterSet(var person):
                Presenter = person;
                break;
            case RoomEvent.SlideShown(var slide):
                Slide = slide;
                break;
            case RoomEvent.ChatPosted(var text, var toTrainers):
                chat.Add(new(line.Number, line.By, line.At, text, toTrainers));
                break;
            case RoomEvent.ChatRemoved(var number):
                chat.RemoveAll(message => message.Number == number);
                break;
            case RoomEvent.Asked(var text, var state):
                asked[line.Number] = new(line.Number, line.By, line.At, text) { State = state };
                break;
            case RoomEvent.AskedSet(var number, var state) when Question(number) is { } question:
                question.State = state;
                break;
            case RoomEvent.AskedVoted(var number, var isFor)
                when line.By is { } voter && Question(number) is { } question:
                question.Vote(voter, isFor);
                break;
            case RoomEvent.PollOpened opened:
                polls[line.Number] = new(line.Number, opened, line.At);
                break;
            case RoomEvent.PollSet(var number, var state) when Poll(number) is { } poll:
                poll.Become(state, line.At);
                break;
            case RoomEvent.Voted(var number, var values)
                when line.By is { } voter && Poll(number) is { } poll:
                poll.Take(voter, values);
                break;
            case RoomEvent.Voted(var number, var values) when Poll(number) is { } poll:
                poll.Take(values);
                break;
            case RoomEvent.HandRaised raised when line.By is { } person:
                Raise(person, raised.MayBeRecorded);
                break;
            case RoomEvent.HandLowered(var person):
                Lower(person);
                break;
            case RoomEvent.FloorGiven(var person, var isRecorded):
                (Floor, IsFloorRecorded) = (person, isRecorded);
                Lower(person);
                break;
            case RoomEvent.FloorTaken:
                (Floor, IsFloorRecorded) = (null, false);
                break;
            case RoomEvent.RoleSet(var person, var role):
                roles[person] = role;
                break;
            case RoomEvent.Removed(var person):
                Remove(person);
                break;
            case RoomEvent.ChatSet(var isOpen, var slow, var holds):
                (IsChatOpen, SlowSeconds, HoldsQuestions) = (isOpen, slow, holds);
                break;
            case RoomEvent.AlertSet(var isOn):
                IsAlert = isOn;
                break;
            case RoomEvent.RecordingSet(var isOn):
                IsRecording = isOn;
                break;
            case RoomEvent.CaptionTyped(var text):
                Caption = text;
                break;
            case RoomEvent.CheckAsked:
                checks[line.Number] = new(line.Number, line.At);
                break;
            case RoomEvent.CheckAnswered(var number)
                when line.By is { } person && Check(number) is { } check:
                check.Answer(person);
                break;
            case RoomEvent.DecisionNoted(var what, var who, var due):
                decisions.Add(new(line.Number, what, who, due));
                break;
            case RoomEvent.Erased { ToTrainers: { } toTrainers }:
                chat.Add(new(line.Number, line.By, line.At, "", toTrainers));
                break;
            case RoomEvent.WordsErased(var person):
                Forget(person);
                break;
            case RoomEvent.MessageErased(var number):
                Forget(number);
                break;
        }
    }

    private void Raise(PersonId person, bool isRecorded)
    {
        if (!hands.Contains(person))
        {
            hands.Add(person);
        }

        if (isRecorded)
        {
            mayBeRecorded.Add(person);
        }
        else
        {
            mayBeRecorded.Remove(person);
        }
    }

    private void Lower(PersonId person)
    {
        hands.Remove(person);
        mayBeRecorded.Remove(person);
    }

    private void Become(SessionState state, long at)
    {
        if (liveSince is { } since && state != SessionState.Live)
        {
            live.Add(new(since, at));
            liveSince = null;
        }
        else if (liveSince is null && state == SessionState.Live)
        {
            liveSince = at;
        }

        (State, StateSince) = (state, at);
        IsPausedByAlert = state == SessionState.Paused && IsAlert;
    }

    // As a log that has lost these words folds.
    private void Forget(PersonId person)
    {
        for (var at = 0; at < chat.Count; at++)
        {
            chat[at] = chat[at].By == person ? chat[at] with { Text = "" } : chat[at];
        }

        foreach (var one in asked.Values.Where(one => one.By == person).ToList())
        {
            asked.Remove(one.Number);
        }

        // Whoever typed it: the next one is seconds away.
        Caption = "";
        StepBack(person);
    }

    // As a log that has lost it folds.
    private void Forget(long message)
    {
        chat.RemoveAll(one => one.Number == message);
        asked.Remove(message);
        // Whichever it was: the next one is seconds away.
        Caption = "";
    }

    private void Remove(PersonId person)
    {
        removed.Add(person);
        StepBack(person);
    }

    private void StepBack(PersonId person)
    {
        Lower(person);
        if (Floor == person)
        {
            (Floor, IsFloorRecorded) = (null, false);
        }
    }
}
