using CsCheck;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Domain.Tests.Live;

public sealed class SeatsTests
{
    private enum Act
    {
        Ask,
        Give,
        Approve,
        Refuse,
        GiveUp,
        Resize,
    }

    [Fact]
    public void A_seat_that_becomes_free_is_taken_in_the_same_act()
    {
        var seats = new Seats(Admission.Open, 1, []);
        seats = seats.With(seats.Ask(Person(1)).Changed);
        seats = seats.With(seats.Ask(Person(2)).Changed);
        Assert.Equal(SeatState.Waiting, seats.Of(Person(2))!.State);
        var left = seats.GiveUp(Person(1));
        Assert.Equal(
            [(Person(1), SeatState.GivenUp), (Person(2), SeatState.Seated)],
            left.Changed.Select(seat => (seat.Person, seat.State))
        );
    }

    [Fact]
    public void Nobody_asks_in_where_seats_are_given()
    {
        var seats = new Seats(Admission.Assigned, null, []);
        Assert.Empty(seats.Ask(Person(1)).Changed);
        Assert.Equal(SeatState.Seated, seats.Give(Person(1)).Changed.Single().State);
    }

    [Fact]
    public void Who_was_refused_stays_refused_until_a_manager_gives_a_seat()
    {
        var seats = new Seats(Admission.ByApproval, null, []);
        seats = seats.With(seats.Ask(Person(1)).Changed);
        seats = seats.With(seats.Refuse(Person(1)).Changed);
        Assert.Empty(seats.Ask(Person(1)).Changed);
        Assert.Empty(seats.Approve(Person(1)).Changed);
        Assert.Equal(SeatState.Seated, seats.Give(Person(1)).Changed.Single().State);
    }

    [Fact]
    public void A_smaller_room_sends_nobody_away()
    {
        var seats = new Seats(Admission.Open, 2, []);
        seats = seats.With(seats.Ask(Person(1)).Changed);
        seats = seats.With(seats.Ask(Person(2)).Changed);
        Assert.Empty(seats.Resize(1).Changed);
    }

    [Fact]
    public void Whatever_happens_seats_are_within_the_room_and_nobody_is_overtaken() =>
        Gen.Select(
                Gen.Enum<Admission>(),
                Gen.Int[0, 4],
                Gen.Select(Gen.Enum<Act>(), Gen.Int[1, 7]).Array[0, 60]
            )
            .Sample(
                (admission, capacity, acts) =>
                {
                    var seats = new Seats(admission, capacity, []);
                    foreach (var (act, who) in acts)
                    {
                        var before = seats;
                        seats = After(seats, act, who);
                        var most = Math.Max(before.Taken, seats.Capacity ?? int.MaxValue);
                        Assert.True(seats.Taken <= most);
                        var waiting = seats
                            .All.Where(seat => seat.State == SeatState.Waiting)
                            .ToList();
                        Assert.True(waiting.Count == 0 || seats.IsFull);
                        Assert.Equal(
                            seats.All.Count,
                            seats.All.Select(seat => seat.Person).Distinct().Count()
                        );
                        AssertNobodyIsOvertaken(before, seats);
                    }
                }
            );

    private static void AssertNobodyIsOvertaken(Seats before, Seats after)
    {
        var promoted = before
            .All.Where(seat => seat.State == SeatState.Waiting)
            .Where(seat => after.Of(seat.Person)!.State == SeatState.Seated)
            .ToList();
        var left = after.All.Where(seat => seat.State == SeatState.Waiting).ToList();
        Assert.All(
            promoted,
            one => Assert.All(left, other => Assert.True(one.Position < other.Position))
        );
    }

    private static Seats After(Seats seats, Act act, int who) =>
        act switch
        {
            Act.Ask => seats.With(seats.Ask(Person(who)).Changed),
            Act.Give => seats.With(seats.Give(Person(who)).Changed),
            Act.Approve => seats.With(seats.Approve(Person(who)).Changed),
            Act.Refuse => seats.With(seats.Refuse(Person(who)).Changed),
            Act.GiveUp => seats.With(seats.GiveUp(Person(who)).Changed),
            Act.Resize => (seats with { Capacity = who }).With(seats.Resize(who).Changed),
        };

    private static PersonId Person(int number) => new(new Guid(number, 0, 0, new byte[8]));
}
