using Lms.Domain.People;

namespace Lms.Domain.Live;

/// <summary>How people come to a seat. Names are stored as text and never change.</summary>
public enum Admission
{
    Open,
    ByApproval,

    /// <summary>Those alone whom a manager gave a seat.</summary>
    Assigned,
}

/// <summary>Names are stored as text and never change.</summary>
public enum SeatState
{
    Seated,

    /// <summary>In the order of asking; the first of them takes the next seat that is free.</summary>
    Waiting,

    /// <summary>A trainer has to say yes.</summary>
    Asked,
    Refused,
    GivenUp,
}

/// <param name="Position">Grows with each asking in the session; unique.</param>
public sealed record Seat(PersonId Person, int Position, SeatState State);

/// <summary>What an act does to the seats of a session: the seats that change, in order.</summary>
public sealed record SeatChanges(IReadOnlyList<Seat> Changed)
{
    public static readonly SeatChanges None = new([]);
}

/// <summary>
/// The seats of one session. Every act answers with all that follows from it, so that a seat that
/// becomes free is taken in the same transaction.
/// </summary>
/// <param name="Capacity">Null for no limit.</param>
public sealed record Seats(Admission Admission, int? Capacity, IReadOnlyList<Seat> All)
{
    public int Taken => All.Count(seat => seat.State == SeatState.Seated);

    public bool IsFull => Taken >= Capacity;

    public Seat? Of(PersonId person) => All.FirstOrDefault(seat => seat.Person == person);

    /// <summary>A person asks for a seat. Who has asked already changes nothing.</summary>
    public SeatChanges Ask(PersonId person) =>
        Of(person) is { State: not SeatState.GivenUp }
            ? SeatChanges.None
            : Admission switch
            {
                Admission.Open => Place(person, Next),
                Admission.ByApproval => new([new(person, Next, SeatState.Asked)]),
                Admission.Assigned => SeatChanges.None,
            };

    /// <summary>A manager gives a seat, whatever the admission; when there is none, a place in the queue.</summary>
    public SeatChanges Give(PersonId person) =>
        Of(person) is { State: SeatState.Seated or SeatState.Waiting }
            ? SeatChanges.None
            : Place(person, Of(person) is { State: SeatState.Asked } asked ? asked.Position : Next);

    public SeatChanges Approve(PersonId person) =>
        Of(person) is { State: SeatState.Asked } asked
            ? Place(person, asked.Position)
            : SeatChanges.None;

    public SeatChanges Refuse(PersonId person) =>
        Of(person) is { State: SeatState.Asked } asked
            ? new([asked with { State = SeatState.Refused }])
            : SeatChanges.None;

    /// <summary>The seat becomes free, and is taken at once by whoever waits first.</summary>
    public SeatChanges GiveUp(PersonId person)
    {
        if (
            Of(person)
            is not { State: SeatState.Seated or SeatState.Waiting or SeatState.Asked } had
        )
        {
            return SeatChanges.None;
        }

        var left = With([had with { State = SeatState.GivenUp }]);
        return new([had with { State = SeatState.GivenUp }, .. left.Promoted()]);
    }

    /// <summary>More seats promote; fewer take none away from those who have one.</summary>
    public SeatChanges Resize(int? capacity) =>
        new([.. (this with { Capacity = capacity }).Promoted()]);

    public Seats With(IReadOnlyList<Seat> changed) =>
        this with
        {
            All =
            [
                .. All.Where(seat => !changed.Any(one => one.Person == seat.Person)),
                .. changed,
            ],
        };

    private int Next => All.Count == 0 ? 1 : All.Max(seat => seat.Position) + 1;

    private SeatChanges Place(PersonId person, int position) =>
        new([new(person, position, IsFull ? SeatState.Waiting : SeatState.Seated)]);

    private IEnumerable<Seat> Promoted()
    {
        var waiting = All.Where(seat => seat.State == SeatState.Waiting)
            .OrderBy(seat => seat.Position);
        var free = Capacity is { } capacity ? Math.Max(0, capacity - Taken) : int.MaxValue;
        return waiting.Take(free).Select(seat => seat with { State = SeatState.Seated });
    }
}
