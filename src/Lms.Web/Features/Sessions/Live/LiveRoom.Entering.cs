using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>Who comes in, and what they are shown.</summary>
internal sealed partial class LiveRoom
{
    /// <summary>More behind than so many lines, a browser gets the room as it stands.</summary>
    private const int MostLines = 500;

    private void Enter(Entering entering, Action<Reply> reply)
    {
        var (person, room) = (entering.Guest.Person, book.Room);
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
            book.Names.Take(person, entering.Name, entering.Role, entering.IsNamedInFull);
            book.Say(
                null,
                new RoomEvent.Entered(person, entering.Role)
                {
                    IsNamedInFull = entering.IsNamedInFull,
                }
            );
        }
        else if (HasLost(person, entering.Role))
        {
            book.Say(null, new RoomEvent.RoleSet(person, entering.Role));
        }

        roll.Hear(person);
        foreach (var next in book.Keeping.ComesWith(person))
        {
            book.Say(null, next);
        }

        queue.Then(() => reply(Welcome(entering)), () => reply(Reply.No("notSaved")));
    }

    // The one who planned the session took the lead away; a role given in the room stays.
    private bool HasLost(PersonId person, RoomRole role) =>
        book.Room.LetInAs(person) is { } before
        && before != role
        && book.Room.RoleOf(person) == before
        && RoomRules.Keeps(before);

    private Reply Welcome(Entering entering)
    {
        var guest = entering.Guest;
        // Put out in the same breath as let in.
        if (book.Room.RoleOf(guest.Person) is null)
        {
            return Reply.No("removed");
        }

        guests.Admit(guest);
        var last = entering.Last;
        var isKnown =
            entering.Epoch > 0
            && entering.Epoch <= Epoch
            && last > 0
            && last <= book.Kept
            && last >= book.FreshFrom(guest.Person);
        var seen = isKnown ? guests.Seen(guest, last) : [];
        return Reply.With(
            RoomWelcome.Write(
                this,
                book,
                guest.Person,
                isKnown && seen.Count <= MostLines ? seen : null
            )
        );
    }

    private void Earlier(Guest guest, long before, Action<Reply> reply)
    {
        if (before < 1 || before > book.Kept + 1)
        {
            reply(Reply.No("malformed"));
            return;
        }

        // What was decided a moment ago may yet be taken back: it is told of what is on the disk.
        queue.Then(() => reply(Earlier(guest, before)), () => reply(Reply.No("notSaved")));
    }

    private Reply Earlier(Guest guest, long before) =>
        !guests.Has(guest) || book.Room.RoleOf(guest.Person) is null
            ? Reply.No(RoomRefusal.NotNow)
            : Reply.With(
                RawJson.Of(json =>
                {
                    json.WriteStartObject();
                    json.WriteNumber("upTo", book.Kept);
                    book.Chat.Write(json, guest.Person, book.Keeps(guest.Person), before);
                    json.WriteEndObject();
                })
            );
}
