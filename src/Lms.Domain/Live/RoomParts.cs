using Lms.Domain.People;

namespace Lms.Domain.Live;

/// <param name="Number">Of the event that posted it.</param>
/// <param name="Text">Empty once the one who said it was erased.</param>
public sealed record ChatMessage(long Number, PersonId? By, long At, string Text, bool ToTrainers);

/// <summary>A question to the trainers and who else wants it answered.</summary>
public sealed class AskedQuestion(long number, PersonId? by, long at, string text)
{
    private readonly HashSet<PersonId> voters = [];

    public long Number { get; } = number;

    /// <summary>Null when it was asked without a name.</summary>
    public PersonId? By { get; } = by;

    public long At { get; } = at;

    public string Text { get; } = text;

    public AskedState State { get; internal set; }

    public int Votes => voters.Count;

    public bool IsVotedBy(PersonId person) => voters.Contains(person);

    internal void Vote(PersonId person, bool isFor)
    {
        if (isFor)
        {
            voters.Add(person);
        }
        else
        {
            voters.Remove(person);
        }
    }
}

/// <summary>A poll and its votes, one for each person. Who voted what is told to nobody.</summary>
public sealed class RoomPoll(long number, RoomEvent.PollOpened opened, long openedAt)
{
    private readonly Dictionary<PersonId, IReadOnlyList<string>> votes = [];
    private readonly List<IReadOnlyList<string>> nameless = [];

    public long Number { get; } = number;

    public RoomEvent.PollOpened Opened { get; } = opened;

    public long OpenedAt { get; } = openedAt;

    /// <summary>Null while it is open.</summary>
    public long? ClosedAt { get; private set; }

    public PollState State { get; private set; }

    public int Voters => votes.Count + nameless.Count;

    public IEnumerable<PersonId> Answered => votes.Keys;

    public IEnumerable<IReadOnlyList<string>> Votes => votes.Values.Concat(nameless);

    /// <summary>How often each value was chosen.</summary>
    public IReadOnlyDictionary<string, int> Counts =>
        Votes.SelectMany(values => values).CountBy(value => value).ToDictionary();

    public IReadOnlyList<string>? Of(PersonId person) => votes.GetValueOrDefault(person);

    internal void Take(PersonId voter, IReadOnlyList<string> values) => votes[voter] = values;

    /// <summary>A vote whose voter was forgotten: each stands for one person.</summary>
    internal void Take(IReadOnlyList<string> values) => nameless.Add(values);

    internal void Become(PollState state, long at)
    {
        State = state;
        ClosedAt = state == PollState.Open ? null : ClosedAt ?? at;
    }
}

/// <summary>A prompt to press: who is there answers within its window.</summary>
public sealed class AttentionCheck(long number, long askedAt)
{
    /// <summary>Time to answer, in milliseconds.</summary>
    public const long Window = 90_000;

    private readonly HashSet<PersonId> answered = [];

    public long Number { get; } = number;

    public long AskedAt { get; } = askedAt;

    public bool IsAnsweredBy(PersonId person) => answered.Contains(person);

    internal void Answer(PersonId person) => answered.Add(person);
}

/// <summary>What was agreed: who does what by when.</summary>
/// <param name="Number">Of the event that noted it.</param>
public sealed record SessionDecision(long Number, string What, string Who, DateOnly? Due);
