using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// The log of a room in memory, and the room that it folds to. What is decided stands here at once, so
/// that the next act is judged by it; what could not be written is taken back. Of the room's queue alone.
/// </summary>
internal sealed class RoomBook
{
    private readonly RoomFacts facts;
    private readonly RoomClock clock;
    private readonly List<LoggedEvent> lines;
    private readonly Dictionary<OperationId, long> operations = [];
    private readonly Dictionary<PersonId, long> freshFrom = [];
    private readonly List<NewLine> written = [];
    private readonly SortedSet<long> untold = [];
    private int kept;
    private bool isOwnAlert;

    public RoomBook(LoadedRoom loaded, RoomClock clock)
    {
        (facts, this.clock) = (loaded.Facts, clock);
        lines = [.. loaded.Events.Select(one => one.Line)];
        kept = lines.Count;
        foreach (var one in loaded.Events.Where(one => one.Operation is not null))
        {
            operations[one.Operation!.Value] = one.Number;
        }

        (Room, Keeping) = (null!, null!);
        Fold();
        foreach (var entered in lines.Select(line => line.What).OfType<RoomEvent.Entered>())
        {
            Names.Take(
                entered.Person,
                loaded.Names.GetValueOrDefault(entered.Person),
                entered.Role,
                entered.IsNamedInFull
            );
        }
    }

    public Room Room { get; private set; }

    public RoomKeeping Keeping { get; private set; }

    public RoomNames Names { get; } = new();

    public PollTexts Polls { get; } = new();

    /// <summary>The first at index 0.</summary>
    public IReadOnlyList<LoggedEvent> Lines => lines;

    /// <summary>How many of them are on the disk: these alone are told.</summary>
    public int Kept => kept;

    /// <summary>Decided, and not on the disk yet.</summary>
    public IReadOnlyList<NewLine> Written => written;

    public RoomLines Wire => new(Room, Names, Polls);

    public RoomSnapshot Snapshot => new(Room, Polls, Wire);

    public RoomChat Chat => new(Room, Wire);

    public bool Leads(PersonId person) => Room.RoleOf(person) is { } role && RoomRules.Leads(role);

    public bool Keeps(PersonId person) => Room.RoleOf(person) is { } role && RoomRules.Keeps(role);

    /// <summary>Who was given another view of the log begins with the room as it stands then.</summary>
    public long FreshFrom(PersonId person) => freshFrom.GetValueOrDefault(person);

    /// <summary>The number of the event that an operation made; null for one that made none.</summary>
    public long? Known(OperationId operation) =>
        operations.TryGetValue(operation, out var number)
            ? number
            : written.Find(line => line.Event.Operation == operation)?.Event.Number;

    /// <summary>A line is decided: it is folded in, and what follows from it after it.</summary>
    /// <returns>Its number.</returns>
    public long Say(
        Guest? by,
        RoomEvent what,
        OperationId? operation = null,
        bool isAnonymous = false
    )
    {
        var at = Math.Max(clock.Now, lines.Count == 0 ? 0 : lines[^1].At);
        var line = new LoggedEvent(lines.Count + 1, at, isAnonymous ? null : by?.Person, what);
        var isOwn = IsOwnAlert(by, what);
        lines.Add(line);
        Room.Apply(line);
        See(line);
        written.Add(
            new(
                new LiveEvent
                {
                    SessionId = facts.Id,
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
        foreach (var next in Keeping.FollowsFrom(what, by?.Person))
        {
            Say(null, next);
        }

        return line.Number;
    }

    /// <summary>
    /// A person was erased: their words leave the memory whatever becomes of the line that says so, for
    /// they have left the disk.
    /// </summary>
    public void Erase(PersonId person, PersonName name)
    {
        if (Room.PlaceOf(person) is null)
        {
            return;
        }

        Names.Take(person, name, RoomRole.Participant, isInFull: true);
        var had = Silence(person);
        if (had)
        {
            // The room alone cannot tell which of their votes were words.
            Fold();
        }

        if (had || !lines.Exists(line => line.What == new RoomEvent.WordsErased(person)))
        {
            Say(null, new RoomEvent.WordsErased(person));
        }
    }

    /// <summary>
    /// A message, a question or a caption was erased: as with a person's words. Said again, it is told
    /// again only when the line that says so was lost.
    /// </summary>
    public void Erase(long message)
    {
        if (message < 1 || message > kept)
        {
            return;
        }

        var at = (int)message - 1;
        if (lines[at].What.IsWords())
        {
            lines[at] = lines[at] with { What = new RoomEvent.Erased() };
            Fold();
        }

        TellErased();
    }

    /// <summary>
    /// What was erased leaves the screens too, though the line that says so could not be written at first,
    /// or the server ended before it was.
    /// </summary>
    public void TellErased()
    {
        foreach (var message in untold.ToList())
        {
            Say(null, new RoomEvent.MessageErased(message));
        }
    }

    /// <summary>What was decided is on the disk.</summary>
    /// <param name="before">How many lines there were.</param>
    public List<LiveEvent> Keep(out int before)
    {
        var added = written.ConvertAll(line => line.Event);
        foreach (var one in added)
        {
            if (one.Operation is { } operation)
            {
                operations[operation] = one.Number;
            }

            if (one.What is RoomEvent.RoleSet(var person, _))
            {
                freshFrom[person] = one.Number;
            }
        }

        written.Clear();
        (before, kept) = (kept, lines.Count);
        return added;
    }

    /// <summary>What could not be written never happened.</summary>
    public void Undo()
    {
        written.Clear();
        lines.RemoveRange(kept, lines.Count - kept);
        Polls.Forget();
        Fold();
    }

    private bool Silence(PersonId person)
    {
        var had = false;
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].By == person)
            {
                var left = lines[at].What.WithoutWords(Room);
                had |= lines[at].What != left;
                lines[at] = lines[at] with { What = left };
            }
        }

        foreach (var line in written.Where(line => line.Event.By == person))
        {
            line.Event.What = line.Event.What.WithoutWords(Room);
        }

        return had;
    }

    private void Fold()
    {
        Room = Room.Of(lines);
        Keeping = new(Room, facts);
        freshFrom.Clear();
        untold.Clear();
        foreach (var line in lines)
        {
            See(line);
            if (line.What is RoomEvent.RoleSet(var person, _))
            {
                freshFrom[person] = line.Number;
            }
        }

        isOwnAlert =
            Room.IsAlert
            && lines.FindLast(line => line.What is RoomEvent.AlertSet { IsOn: true })?.By
                is not null;
    }

    private void See(LoggedEvent line)
    {
        switch (line.What)
        {
            // What is left of a message of somebody who was erased is told by the line about them.
            case RoomEvent.Erased { ToTrainers: null }:
                untold.Add(line.Number);
                break;
            case RoomEvent.MessageErased(var message):
                untold.Remove(message);
                break;
            case RoomEvent.WordsErased(var person):
                untold.RemoveWhere(number => lines[(int)number - 1].By == person);
                break;
        }
    }

    private bool IsOwnAlert(Guest? by, RoomEvent what)
    {
        switch (what)
        {
            case RoomEvent.AlertSet(true) when !Room.IsAlert:
                return isOwnAlert = by is not null;
            case RoomEvent.AlertSet(false):
                var wasOwn = isOwnAlert;
                isOwnAlert = false;
                return wasOwn;
            default:
                return false;
        }
    }
}
