using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// One room. Everything that is asked of it goes through one queue with one reader, so that there is
/// one order of events: it is decided by <see cref="RoomRules"/>, written to the log, and only then
/// acknowledged and sent.
/// </summary>
internal sealed partial class LiveRoom
{
    // Seconds.
    private const int TellsErasedEach = 10;

    private readonly RoomQueue queue;
    private readonly RoomLog disk;
    private readonly DeckPolls deck;
    private readonly IChance chance;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Action<LiveRoom, IReadOnlyList<LiveEvent>> tell;
    private readonly RoomBook book;
    private readonly RoomRoll roll;
    private readonly RoomGuests guests;
    private volatile RoomTime live;
    private volatile Pointed? later;
    private int looks;

    public LiveRoom(
        LoadedRoom loaded,
        RoomLog disk,
        DeckPolls deck,
        RoomPace pace,
        IChance chance,
        TimeProvider time,
        ILogger log,
        Action<LiveRoom, IReadOnlyList<LiveEvent>> tell
    )
    {
        (this.disk, this.deck, this.chance, this.time, this.log) = (disk, deck, chance, time, log);
        this.tell = tell;
        queue = new(log);
        Facts = loaded.Facts;
        Epoch = loaded.Run.Number;
        Clock = new(time, loaded.Run.From);
        Downtimes =
        [
            .. loaded.Runs.Zip(
                loaded.Runs.Skip(1).Append(loaded.Run),
                (one, next) => new Span(one.Until, next.From)
            ),
        ];
        book = new(loaded, Clock);
        roll = new(Clock, time);
        guests = new(book, Clock, pace, queue.Post);
        roll.Read(book.Room);
        foreach (var person in book.Room.People.Where(book.Leads))
        {
            roll.Await(person);
        }

        live = RoomTime.Of(book.Room);
        tell(this, []);
        _ = RunAsync();
    }

    public RoomFacts Facts { get; }

    /// <summary>Another one after each start of the server.</summary>
    public int Epoch { get; }

    public RoomClock Clock { get; }

    public IReadOnlyList<Span> Downtimes { get; }

    /// <summary>How it stood after the last write.</summary>
    public RoomTime Live => live;

    /// <summary>Of whoever is told of it: they take one after the other.</summary>
    public Lock Following { get; } = new();

    public TaskCompletionSource Closed { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RoomRole? RoleOf(PersonId person) => roll.RoleOf(person);

    /// <summary>Of a person, whatever devices they have.</summary>
    public Bucket PaceOf(PersonId person) => roll.PaceOf(person);

    /// <summary>Someone was heard of: a beat, or an act.</summary>
    public void Hear(PersonId person) => roll.Hear(person);

    /// <summary>Whether a sign of the person came within so many milliseconds.</summary>
    public bool IsHeard(PersonId person, long within) => Clock.Now - roll.HeardAt(person) <= within;

    public Task<Reply> EnterAsync(Entering entering) =>
        queue.AskAsync(reply => Enter(entering, reply));

    public Task<Reply> ActAsync(Guest guest, OperationId operation, AskedAct asked) =>
        queue.AskAsync(reply => Act(guest, operation, asked, reply));

    public Task<Reply> SinceAsync(Guest guest, long after) =>
        queue.AskAsync(reply =>
            reply(
                after < 0 || after > book.Kept
                    ? Reply.No("malformed")
                    : Reply.With(guests.Batch(guest, after))
            )
        );

    /// <summary>Messages that were said before those a connection has.</summary>
    /// <param name="before">Number of the first that it has.</param>
    public Task<Reply> EarlierAsync(Guest guest, long before) =>
        queue.AskAsync(reply => Earlier(guest, before, reply));

    public void Leave(Guest guest) => queue.Post(() => guests.Leave(guest));

    public void React(PersonId person, string kind) => queue.Post(() => guests.React(person, kind));

    public void Carry(Guest guest) => queue.Post(() => guests.Carry(guest));

    /// <param name="isTooMuch">The last of too many is told with the next second.</param>
    public void Point(Guest guest, RawJson? where, bool isTooMuch)
    {
        later = isTooMuch ? new(guest, where) : null;
        if (!isTooMuch)
        {
            queue.Post(() => guests.Point(guest, where));
        }
    }

    /// <summary>Once a second: who is there, what passed, and what follows from who is not there.</summary>
    public void Tick() => queue.Post(Look);

    /// <summary>Puts a person out, by the product itself.</summary>
    public Task RemoveAsync(PersonId person) =>
        SayAsync(() => book.Room.RoleOf(person) is null ? null : new RoomEvent.Removed(person));

    /// <summary>A person was erased: their words and their name leave every screen.</summary>
    /// <param name="name">What stands in place of it.</param>
    public Task EraseAsync(PersonId person, PersonName name) =>
        queue.DoAsync(() => book.Erase(person, name));

    /// <summary>What was said was erased from the log: it leaves the memory and every screen.</summary>
    /// <param name="message">Number of the message, the question or the caption.</param>
    public Task EraseAsync(long message) => queue.DoAsync(() => book.Erase(message));

    /// <summary>The feed says so.</summary>
    public Task AlertAsync(bool isOn) =>
        SayAsync(() => book.Room.IsAlert == isOn ? null : new RoomEvent.AlertSet(isOn));

    /// <summary>The session became something else elsewhere, such as cancelled: the room is over.</summary>
    public Task CloseAsync(SessionState state) =>
        SayAsync(() => book.Room.State == state ? null : new RoomEvent.StateSet(state));

    private Task<bool> SayAsync(Func<RoomEvent?> decide) =>
        queue.DoAsync(() =>
        {
            if (decide() is { } what)
            {
                book.Say(null, what);
            }
        });

    private void Look()
    {
        guests.Sweep();
        // Not each second: while nothing can be written, each try is refused.
        if (looks++ % TellsErasedEach == 0)
        {
            book.TellErased();
        }

        foreach (
            var next in book.Keeping.Look(
                Clock.Now,
                time.GetUtcNow(),
                guests.People.Contains,
                roll.HeardAt
            )
        )
        {
            book.Say(null, next);
        }

        if (Interlocked.Exchange(ref later, null) is { } pointed)
        {
            guests.Point(pointed.By, pointed.Where);
        }

        guests.TellTotals();
    }

    private sealed record Pointed(Guest By, RawJson? Where);
}
