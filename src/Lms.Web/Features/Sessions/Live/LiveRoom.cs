using System.Collections.Concurrent;
using System.Threading.Channels;
using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Quizzes;
using Lms.Domain.Shared;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// One room. Everything that is asked of it goes through one queue with one reader, so that there is
/// one order of events: it is decided by <see cref="RoomRules"/>, written to the log, and only then
/// acknowledged and sent. Whoever asks while a write is under way shares the next one.
/// </summary>
internal sealed class LiveRoom
{
    private const int MostAtOnce = 256;

    /// <summary>More behind than so many lines, a browser gets the room as it stands.</summary>
    private const int MostLines = 500;

    private const int MostConnections = 5;
    private const int PointerEach = 100;

    private readonly Channel<Action> queue = Channel.CreateUnbounded<Action>(
        new UnboundedChannelOptions { SingleReader = true }
    );

    private readonly RoomLog disk;
    private readonly DeckPolls deck;
    private readonly IChance chance;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly Action<LiveRoom, IReadOnlyList<LiveEvent>> tell;
    private readonly RoomNames names = new();
    private readonly PollTexts polls = new();
    private readonly RoomTotals totals = new();
    private readonly List<LoggedEvent> lines;
    private readonly Dictionary<OperationId, long> operations = [];
    private readonly Dictionary<PersonId, long> freshFrom = [];
    private readonly List<Guest> guests = [];
    private readonly ConcurrentDictionary<PersonId, RoomRole> roles = new();
    private readonly ConcurrentDictionary<PersonId, long> signs = new();
    private readonly ConcurrentDictionary<PersonId, Bucket> paces = new();

    // Of one batch: what is decided and not written yet, and what is said once it is.
    private readonly List<NewLine> written = [];
    private readonly List<(Action Taken, Action Lost)> said = [];

    private Room room;
    private RoomKeeping keeping;
    private Dispatcher dispatcher;
    private long pointedAt;
    private bool isOwnAlert;
    private volatile RoomTime live;

    public LiveRoom(
        LoadedRoom loaded,
        RoomLog disk,
        DeckPolls deck,
        IChance chance,
        TimeProvider time,
        ILogger log,
        Action<LiveRoom, IReadOnlyList<LiveEvent>> tell
    )
    {
        (this.disk, this.deck, this.chance, this.time, this.log) = (disk, deck, chance, time, log);
        this.tell = tell;
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
        lines = [.. loaded.Events.Select(one => one.Line)];
        foreach (var one in loaded.Events.Where(one => one.Operation is not null))
        {
            operations[one.Operation!.Value] = one.Number;
        }

        (room, dispatcher, keeping, live) = (null!, null!, null!, null!);
        Fold();
        foreach (var line in lines)
        {
            if (line.What is RoomEvent.Entered entered)
            {
                names.Take(
                    entered.Person,
                    loaded.Names.GetValueOrDefault(entered.Person),
                    entered.Role,
                    entered.IsNamedInFull
                );
            }
        }

        foreach (var person in room.People.Where(Leads))
        {
            signs[person] = Clock.From;
        }

        tell(this, []);
        _ = ReadAsync();
    }

    public RoomFacts Facts { get; }

    /// <summary>Another one after each start of the server.</summary>
    public int Epoch { get; }

    public RoomClock Clock { get; }

    public IReadOnlyList<Span> Downtimes { get; }

    /// <summary>How it stood after the last write.</summary>
    public RoomTime Live => live;

    public TaskCompletionSource Closed { get; } =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RoomRole? RoleOf(PersonId person) =>
        roles.TryGetValue(person, out var role) ? role : null;

    /// <summary>Of a person, whatever devices they have.</summary>
    public Bucket PaceOf(PersonId person) => paces.GetOrAdd(person, _ => new(time, 40, 4));

    /// <summary>Someone was heard of: a beat, or an act.</summary>
    public void Hear(PersonId person) => signs[person] = Clock.Now;

    /// <summary>Whether a sign of the person came within so many milliseconds.</summary>
    public bool IsHeard(PersonId person, long within) =>
        signs.TryGetValue(person, out var last) && Clock.Now - last <= within;

    public Task<Reply> EnterAsync(Entering entering) => AskAsync(reply => Enter(entering, reply));

    public Task<Reply> ActAsync(Guest guest, OperationId operation, AskedAct asked) =>
        AskAsync(reply => Act(guest, operation, asked, reply));

    public Task<Reply> SinceAsync(Guest guest, long after) =>
        AskAsync(reply =>
            reply(
                after < 0 || after > lines.Count
                    ? Reply.No("malformed")
                    : Reply.With(dispatcher.Batch(Seen(guest, after), after))
            )
        );

    public void Leave(Guest guest) => Post(() => guests.Remove(guest));

    public void React(PersonId person, string kind) =>
        Post(() => totals.React(person, kind, Clock.Now));

    public void Point(Guest guest, RawJson? where) => Post(() => Point(where));

    /// <summary>Once a second: who is there, what passed, and what follows from who is not there.</summary>
    public void Tick() => Post(Look);

    /// <summary>Puts a person out, by the product itself.</summary>
    public Task RemoveAsync(PersonId person) =>
        SayAsync(() => room.RoleOf(person) is null ? [] : [new RoomEvent.Removed(person)]);

    public Task SetRoleAsync(PersonId person, RoomRole role) =>
        SayAsync(() =>
            room.RoleOf(person) is { } now && now != role
                ? [new RoomEvent.RoleSet(person, role)]
                : []
        );

    /// <summary>The feed says so.</summary>
    public Task AlertAsync(bool isOn) =>
        SayAsync(() => room.IsAlert == isOn ? [] : [new RoomEvent.AlertSet(isOn)]);

    /// <summary>The session became something else elsewhere, such as cancelled: the room is over.</summary>
    public Task CloseAsync(SessionState state) =>
        SayAsync(() => room.State == state ? [] : [new RoomEvent.StateSet(state)]);

    private bool Leads(PersonId person) => room.RoleOf(person) is { } role && RoomRules.Leads(role);

    private bool Keeps(PersonId person) => room.RoleOf(person) is { } role && RoomRules.Keeps(role);

    private List<LoggedEvent> Seen(Guest guest, long after) =>
        dispatcher.Seen(guest.Person, Keeps(guest.Person), after);

    private void Post(Action work) => queue.Writer.TryWrite(work);

    private async Task<Reply> AskAsync(Action<Action<Reply>> work)
    {
        var answer = new TaskCompletionSource<Reply>(
            TaskCreationOptions.RunContinuationsAsynchronously
        );
        if (!queue.Writer.TryWrite(() => work(reply => answer.TrySetResult(reply))))
        {
            return Reply.No(RoomRefusal.NotNow);
        }

        return await answer.Task;
    }

    private Task SayAsync(Func<IReadOnlyList<RoomEvent>> events)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        if (
            !queue.Writer.TryWrite(() =>
            {
                foreach (var what in events())
                {
                    Say(null, what);
                }

                said.Add((() => done.TrySetResult(), () => done.TrySetResult()));
            })
        )
        {
            done.TrySetResult();
        }

        return done.Task;
    }

    private async Task ReadAsync()
    {
        while (await queue.Reader.WaitToReadAsync())
        {
            var before = lines.Count;
            for (var taken = 0; taken < MostAtOnce && queue.Reader.TryRead(out var work); taken++)
            {
                work();
            }

            await CommitAsync(before);
        }

        Closed.TrySetResult();
    }

    private async Task CommitAsync(int before)
    {
        var isKept = written.Count == 0 || await KeepAsync();
        if (!isKept)
        {
            Undo(before);
        }

        var all = said.ToList();
        said.Clear();
        var added = written.ConvertAll(line => line.Event);
        written.Clear();
        if (isKept && added.Count > 0)
        {
            Publish(added, before);
        }

        foreach (var (taken, lost) in all)
        {
            (isKept ? taken : lost)();
        }

        if (isKept && added.Count > 0 && !room.State.IsOpen())
        {
            guests.ForEach(guest => guest.Leave("ended"));
            queue.Writer.TryComplete();
        }
    }

    private async Task<bool> KeepAsync()
    {
        try
        {
            await disk.AppendAsync(Facts, written);
            return true;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "{Count} events of a room were not written", written.Count);
            return false;
        }
    }

    // What could not be written never happened.
    private void Undo(int before)
    {
        lines.RemoveRange(before, lines.Count - before);
        polls.Forget();
        Fold();
    }

    private void Fold()
    {
        room = Room.Of(lines);
        roles.Clear();
        freshFrom.Clear();
        foreach (var person in room.People)
        {
            Remember(person);
        }

        // Who was given another view of the log begins with the room as it stands.
        foreach (var line in lines)
        {
            if (line.What is RoomEvent.RoleSet set)
            {
                freshFrom[set.Person] = line.Number;
            }
        }

        isOwnAlert =
            room.IsAlert
            && lines.FindLast(line => line.What is RoomEvent.AlertSet { IsOn: true })?.By
                is not null;
        keeping = new(room, Facts);
        dispatcher = new(lines, new(room, names, polls), Keeps, Free);
        live = RoomTime.Of(room);
    }

    private void Remember(PersonId person)
    {
        if (room.RoleOf(person) is { } role)
        {
            roles[person] = role;
        }
        else
        {
            roles.TryRemove(person, out _);
        }
    }

    private void Publish(List<LiveEvent> added, int before)
    {
        live = RoomTime.Of(room);
        foreach (var one in added)
        {
            if (one.Operation is { } operation)
            {
                operations[operation] = one.Number;
            }

            switch (one.What)
            {
                case RoomEvent.Entered(var person, _):
                    Remember(person);
                    break;
                case RoomEvent.RoleSet(var person, _):
                    Remember(person);
                    freshFrom[person] = one.Number;
                    // They come back at once, and are shown the room of their new role.
                    Part(person, "elsewhere", 0);
                    break;
                case RoomEvent.Removed(var person):
                    Remember(person);
                    Part(person, "removed", null);
                    break;
            }
        }

        tell(this, added);
        dispatcher.Tell(guests, before);
    }

    private void Part(PersonId person, string reason, int? retryAfter)
    {
        foreach (var guest in guests.Where(guest => guest.Person == person))
        {
            guest.Leave(reason, retryAfter);
        }
    }

    private void Free(Guest guest) =>
        Post(() =>
        {
            if (guest.HasMissed && !guest.IsBusy && guests.Contains(guest))
            {
                dispatcher.CatchUp(guest);
                Pass(guest);
            }
        });

    private void Pass(Guest guest)
    {
        if (!guest.IsBusy && totals.Tell(room, Present, Clock.Now, isWhole: true) is { } told)
        {
            Dispatcher.Tell([guest], told, Free);
        }
    }

    private int Present => guests.Select(guest => guest.Person).Distinct().Count();

    /// <summary>A line is decided: it is folded in at once, so that the next act is judged by it.</summary>
    private long Say(
        Guest? by,
        RoomEvent what,
        OperationId? operation = null,
        bool isAnonymous = false
    )
    {
        var at = Math.Max(Clock.Now, lines.Count == 0 ? 0 : lines[^1].At);
        var line = new LoggedEvent(lines.Count + 1, at, isAnonymous ? null : by?.Person, what);
        var isOwn = IsOwnAlert(by, what);
        lines.Add(line);
        room.Apply(line);
        written.Add(
            new(
                new LiveEvent
                {
                    SessionId = Facts.Id,
                    Number = line.Number,
                    At = line.At,
                    By = line.By,
                    Operation = operation,
                    What = what,
                },
                isAnonymous ? null : by?.Who.Account,
                isOwn
            )
        );
        foreach (var next in keeping.FollowsFrom(what, by?.Person))
        {
            Say(null, next);
        }

        return line.Number;
    }

    private bool IsOwnAlert(Guest? by, RoomEvent what)
    {
        switch (what)
        {
            case RoomEvent.AlertSet(true) when !room.IsAlert:
                return isOwnAlert = by is not null;
            case RoomEvent.AlertSet(false):
                var wasOwn = isOwnAlert;
                isOwnAlert = false;
                return wasOwn;
            default:
                return false;
        }
    }

    private void Enter(Entering entering, Action<Reply> reply)
    {
        var person = entering.Guest.Person;
        if (!room.State.IsOpen())
        {
            reply(Reply.No(RoomRefusal.NotNow));
            return;
        }

        if (room.IsRemoved(person))
        {
            reply(Reply.No("removed"));
            return;
        }

        if (room.PlaceOf(person) is null)
        {
            names.Take(person, entering.Name, entering.Role, entering.IsNamedInFull);
            Say(
                null,
                new RoomEvent.Entered(person, entering.Role)
                {
                    IsNamedInFull = entering.IsNamedInFull,
                }
            );
        }
        else if (HasLost(person, entering.Role))
        {
            Say(null, new RoomEvent.RoleSet(person, entering.Role));
        }

        signs[person] = Clock.Now;
        foreach (var next in keeping.ComesWith(person))
        {
            Say(null, next);
        }

        said.Add((() => reply(Welcome(entering)), () => reply(Reply.No("notSaved"))));
    }

    // The one who planned the session took the lead away; a role given in the room stays.
    private bool HasLost(PersonId person, RoomRole role) =>
        room.LetInAs(person) is { } before
        && before != role
        && room.RoleOf(person) == before
        && RoomRules.Keeps(before);

    private Reply Welcome(Entering entering)
    {
        var guest = entering.Guest;
        var own = guests.Where(one => one.Person == guest.Person && one != guest).ToList();
        foreach (var oldest in own.Take(own.Count - MostConnections + 1))
        {
            guests.Remove(oldest);
            oldest.Leave("elsewhere");
        }

        if (!guests.Contains(guest) && !guest.IsLeaving)
        {
            guests.Add(guest);
        }

        guest.HasMissed = false;
        guest.SentUpTo = guest.StuckAt = lines.Count;
        var last = entering.Last;
        var isKnown =
            entering.Epoch > 0
            && entering.Epoch <= Epoch
            && last > 0
            && last <= lines.Count
            && last >= freshFrom.GetValueOrDefault(guest.Person);
        var seen = isKnown ? Seen(guest, last) : [];
        return Reply.With(
            RoomWelcome.Write(
                this,
                room,
                names,
                new RoomSnapshot(room, polls, new(room, names, polls)),
                new RoomLines(room, names, polls),
                guest.Person,
                lines.Count,
                isKnown && seen.Count <= MostLines ? seen : null
            )
        );
    }

    private void Act(Guest guest, OperationId operation, AskedAct asked, Action<Reply> reply)
    {
        if (!guests.Contains(guest))
        {
            reply(Reply.No(RoomRefusal.NotNow));
            return;
        }

        if (Known(operation) is { } number)
        {
            said.Add((() => reply(Reply.Number(number)), () => reply(Reply.No("notSaved"))));
            return;
        }

        var what = asked.Poll is { } poll ? deck.Ask(poll, chance) : asked.Event(room);
        if (what is null)
        {
            reply(Reply.No(RoomRefusal.Unknown));
            return;
        }

        if (Refusal(guest.Person, what) is { } refusal)
        {
            reply(Reply.No(refusal));
            return;
        }

        signs[guest.Person] = Clock.Now;
        var number1 = Say(guest, what, operation, asked.IsAnonymous && what is RoomEvent.Asked);
        said.Add((() => reply(Reply.Number(number1)), () => reply(Reply.No("notSaved"))));
    }

    private long? Known(OperationId operation) =>
        operations.TryGetValue(operation, out var number)
            ? number
            : written.Find(line => line.Event.Operation == operation)?.Event.Number;

    private RoomRefusal? Refusal(PersonId person, RoomEvent what) =>
        room.Refuses(person, what, Clock.Now)
        ?? what switch
        {
            // People were told at the door that nothing is recorded.
            RoomEvent.RecordingSet(true) when !Facts.IsRecorded => RoomRefusal.NotAllowed,
            // Nobody keeps order: the chat waits for someone who does.
            RoomEvent.ChatPosted { ToTrainers: false }
                when room.State == SessionState.Interrupted
                    && !Keeps(person)
                    && !guests.Exists(guest => Keeps(guest.Person)) => RoomRefusal.ChatClosed,
            RoomEvent.Voted(var number, var values)
                when room.Poll(number) is { } poll && !polls.Of(poll).Accepts(values) =>
                RoomRefusal.WrongText,
            _ => null,
        };

    private void Point(RawJson? where)
    {
        var now = Clock.Now;
        if (now - pointedAt < PointerEach)
        {
            return;
        }

        pointedAt = now;
        var told = RawJson.Of(json =>
        {
            json.WriteStartObject();
            json.WritePropertyName("pointer");
            if (where is null)
            {
                json.WriteNullValue();
            }
            else
            {
                json.WriteRawValue(where.Utf8.Span, skipInputValidation: true);
            }

            json.WriteEndObject();
        });
        Dispatcher.Tell(guests, told, Free);
    }

    private void Look()
    {
        guests.RemoveAll(guest => guest.IsLeaving);
        var now = Clock.Now;
        var connected = guests.Select(guest => guest.Person).ToHashSet();
        foreach (
            var next in keeping.Look(
                now,
                time.GetUtcNow(),
                connected.Contains,
                person => signs.TryGetValue(person, out var at) ? at : long.MinValue / 2
            )
        )
        {
            Say(null, next);
        }

        if (totals.Tell(room, connected.Count, now) is { } told)
        {
            Dispatcher.Tell(guests, told, Free);
        }
    }
}
