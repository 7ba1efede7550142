using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Domain.Tests.Live;

public sealed class NamelessVoteTests
{
    [Fact]
    public void A_vote_without_a_voter_stands_for_one_person_and_no_later_one_takes_its_place()
    {
        var person = new PersonId(new Guid(7, 0, 0, new byte[8]));
        var room = Room.Of([
            new(1, 0, null, new RoomEvent.PollOpened(null, "{}", 0)),
            new(2, 1, null, new RoomEvent.Voted(1, ["a"])),
            new(3, 2, null, new RoomEvent.Voted(1, ["a", "b"])),
            new(4, 3, person, new RoomEvent.Voted(1, ["a"])),
            new(5, 4, person, new RoomEvent.Voted(1, ["b"])),
        ]);

        var poll = room.Poll(1)!;
        Assert.Equal(3, poll.Voters);
        Assert.Equal((2, 2), (poll.Counts["a"], poll.Counts["b"]));
        Assert.Equal([person], poll.Answered);
    }
}
