using Lms.Domain.Live;
using Lms.Domain.People;
using Lms.Domain.Shared;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>What people in the room do.</summary>
internal sealed partial class LiveRoom
{
    private void Act(Guest guest, OperationId operation, AskedAct asked, Action<Reply> reply)
    {
        if (!guests.Has(guest))
        {
            reply(Reply.No(RoomRefusal.NotNow));
            return;
        }

        if (book.Known(operation) is { } known)
        {
            Acknowledge(known, reply);
            return;
        }

        var what = asked.Poll is { } poll ? deck.Ask(poll, chance) : asked.Event(book.Room);
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

        roll.Hear(guest.Person);
        Acknowledge(
            book.Say(guest, what, operation, asked.IsAnonymous && what is RoomEvent.Asked),
            reply
        );
    }

    private void Acknowledge(long number, Action<Reply> reply) =>
        queue.Then(() => reply(Reply.Number(number)), () => reply(Reply.No("notSaved")));

    private RoomRefusal? Refusal(PersonId person, RoomEvent what) =>
        book.Room.Refuses(person, what, Clock.Now)
        ?? what switch
        {
            // People were told at the door that nothing is recorded.
            RoomEvent.RecordingSet(true) when !Facts.IsRecorded => RoomRefusal.NotAllowed,
            // Nobody keeps order: the chat waits for someone who does.
            RoomEvent.ChatPosted { ToTrainers: false }
                when book.Room.State == SessionState.Interrupted
                    && !book.Keeps(person)
                    && !guests.HasKeeper => RoomRefusal.ChatClosed,
            RoomEvent.Voted(var number, var values)
                when book.Room.Poll(number) is { } poll && !book.Polls.Of(poll).Accepts(values) =>
                RoomRefusal.WrongText,
            _ => null,
        };
}
