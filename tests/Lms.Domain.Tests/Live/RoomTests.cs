using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Domain.Tests.Live;

public sealed class RoomTests
{
    private static readonly PersonId Trainer = new(
        Guid.Parse("0195d3f0-0000-7000-8000-000000000001")
    );
    private static readonly PersonId Learner = new(
        Guid.Parse("0195d3f0-0000-7000-8000-000000000002")
    );

    private readonly Room room = new();
    private long at;

    [Fact]
    public void An_event_twice_is_once_and_one_that_is_missing_is_told()
    {
        var line = new LoggedEvent(1, 0, null, new RoomEvent.SlideShown(4));
        room.Apply(line);
        room.Apply(line);
        Assert.Equal((1, 4), (room.Number, room.Slide));
        Assert.Throws<ArgumentException>(() =>
            room.Apply(new(3, 0, null, new RoomEvent.SlideShown(5)))
        );
    }

    [Fact]
    public void People_are_places_in_the_order_they_came_for_good()
    {
        Open();
        Say(null, new RoomEvent.Entered(Learner, RoomRole.Trainer));
        Assert.Equal((1, 2), (room.PlaceOf(Trainer), room.PlaceOf(Learner)));
        Assert.Equal(RoomRole.Participant, room.RoleOf(Learner));
        Say(Trainer, new RoomEvent.Removed(Learner));
        Assert.Null(room.RoleOf(Learner));
        Assert.Equal((Learner, null, null), (room.At(2), room.At(0), room.At(3)));
    }

    [Fact]
    public void It_is_live_while_it_is_said_to_be()
    {
        Open();
        Say(Trainer, new RoomEvent.StateSet(SessionState.Live), 1_000);
        Say(Trainer, new RoomEvent.AlertSet(true), 5_000);
        Say(null, new RoomEvent.StateSet(SessionState.Paused), 5_000);
        Assert.True(room.IsPausedByAlert);
        Say(Trainer, new RoomEvent.StateSet(SessionState.Live), 9_000);
        Assert.False(room.IsPausedByAlert);
        Assert.Equal([new Span(1_000, 5_000), new(9_000, 9_500)], room.LiveUntil(9_500));
        Assert.Equal(9_000, room.StateSince);
    }

    [Fact]
    public void A_yes_to_being_recorded_goes_down_with_the_hand()
    {
        Open();
        var recorded = new RoomEvent.FloorGiven(Learner, true);
        Say(Learner, new RoomEvent.HandRaised());
        Assert.Equal(RoomRefusal.NotAllowed, room.Refuses(Trainer, recorded, at));
        Say(Learner, new RoomEvent.HandRaised { MayBeRecorded = true });
        Assert.Null(room.Refuses(Trainer, recorded, at));
        Say(Trainer, recorded);
        Assert.True(room.IsFloorRecorded);
        Assert.Empty(room.Hands);
        Assert.Equal(RoomRefusal.NotAllowed, room.Refuses(Trainer, recorded, at));
    }

    [Fact]
    public void A_trainer_is_unmade_by_a_trainer_alone_and_nobody_puts_out_who_leads()
    {
        Open();
        var helper = new PersonId(Guid.Parse("0195d3f0-0000-7000-8000-000000000003"));
        Say(null, new RoomEvent.Entered(helper, RoomRole.CoTrainer));
        Assert.Equal(
            RoomRefusal.NotAllowed,
            room.Refuses(helper, new RoomEvent.RoleSet(Trainer, RoomRole.Participant), at)
        );
        Assert.Equal(
            RoomRefusal.NotAllowed,
            room.Refuses(helper, new RoomEvent.RoleSet(Learner, RoomRole.Trainer), at)
        );
        Assert.Null(room.Refuses(helper, new RoomEvent.RoleSet(Learner, RoomRole.Moderator), at));
        Assert.Null(room.Refuses(Trainer, new RoomEvent.RoleSet(helper, RoomRole.Participant), at));
        Assert.Equal(
            RoomRefusal.NotAllowed,
            room.Refuses(Trainer, new RoomEvent.Removed(helper), at)
        );
    }

    [Fact]
    public void A_vote_counts_once_the_last_one_and_a_late_one_within_its_grace()
    {
        Open();
        Say(Trainer, new RoomEvent.PollOpened(null, "{}", 0));
        var poll = room.Number;
        Say(Learner, new RoomEvent.Voted(poll, ["a"]));
        Say(Learner, new RoomEvent.Voted(poll, ["b"]));
        Assert.Equal((1, "b"), (room.Poll(poll)!.Voters, room.Poll(poll)!.Counts.Single().Key));
        Say(Trainer, new RoomEvent.PollSet(poll, PollState.Closed), 10_000);
        Assert.Null(room.Refuses(Learner, new RoomEvent.Voted(poll, ["a"]), 40_000));
        Assert.Equal(
            RoomRefusal.NotNow,
            room.Refuses(Learner, new RoomEvent.Voted(poll, ["a"]), 40_001)
        );
        Say(Trainer, new RoomEvent.PollSet(poll, PollState.Revealed), 10_000);
        Assert.Equal(
            RoomRefusal.NotNow,
            room.Refuses(Learner, new RoomEvent.Voted(poll, ["a"]), 10_001)
        );
    }

    [Fact]
    public void Slow_mode_a_closed_chat_and_long_words_hold_participants()
    {
        Open();
        Say(Trainer, new RoomEvent.ChatSet(true, 30, false));
        var post = new RoomEvent.ChatPosted("а", false);
        Say(Learner, post, 1_000);
        Assert.Equal(RoomRefusal.TooSoon, room.Refuses(Learner, post, 30_999));
        Assert.Null(room.Refuses(Learner, post, 31_000));
        Say(Trainer, new RoomEvent.ChatSet(false, 0, false));
        Assert.Equal(RoomRefusal.ChatClosed, room.Refuses(Learner, post, 99_000));
        Assert.Null(room.Refuses(Learner, post with { ToTrainers = true }, 99_000));
        Assert.Null(room.Refuses(Trainer, post, 99_000));
        Assert.Equal(
            RoomRefusal.WrongText,
            room.Refuses(Trainer, post with { Text = new string('а', 2_001) }, 99_000)
        );
    }

    [Fact]
    public void During_an_alert_nobody_begins_and_nobody_says_what_is_found_out()
    {
        Open();
        Say(Trainer, new RoomEvent.AlertSet(true));
        Assert.Equal(
            RoomRefusal.NotNow,
            room.Refuses(Trainer, new RoomEvent.StateSet(SessionState.Live), at)
        );
        Say(Trainer, new RoomEvent.AlertSet(false));
        Say(Trainer, new RoomEvent.StateSet(SessionState.Live));
        foreach (
            var state in Enum.GetValues<SessionState>()
                .Except([SessionState.Paused, SessionState.Ended])
        )
        {
            Assert.Equal(
                RoomRefusal.NotNow,
                room.Refuses(Trainer, new RoomEvent.StateSet(state), at)
            );
        }
    }

    private void Open()
    {
        Say(null, new RoomEvent.StateSet(SessionState.Lobby));
        Say(null, new RoomEvent.Entered(Trainer, RoomRole.Trainer));
        Say(null, new RoomEvent.Entered(Learner, RoomRole.Participant));
    }

    private void Say(PersonId? by, RoomEvent what, long? when = null) =>
        room.Apply(new(room.Number + 1, at = when ?? at, by, what));
}
