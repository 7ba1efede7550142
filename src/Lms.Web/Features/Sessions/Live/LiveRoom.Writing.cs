using Lms.Domain.Live;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>What was decided is written, and then told; or it never happened.</summary>
internal sealed partial class LiveRoom
{
    private bool isRefused;

    private async Task RunAsync()
    {
        await queue.RunAsync(CommitAsync);
        Closed.TrySetResult();
    }

    private async Task CommitAsync()
    {
        if (book.Written.Count == 0)
        {
            queue.Answer(isKept: true);
            return;
        }

        var isKept = await KeepAsync();
        if (isKept)
        {
            Publish();
        }
        else
        {
            book.Undo();
            roll.Read(book.Room);
        }

        queue.Answer(isKept);
        if (isKept && !book.Room.State.IsOpen())
        {
            guests.PartAll("ended");
            queue.Close();
        }
    }

    private async Task<bool> KeepAsync()
    {
        try
        {
            await disk.AppendAsync(Facts, book.Written);
            isRefused = false;
            return true;
        }
        catch (Exception failure)
        {
            // Once until it is written to again: what is to be said is tried each few seconds.
            if (!isRefused)
            {
                log.LogError(
                    failure,
                    "{Count} events of a room were not written",
                    book.Written.Count
                );
            }

            isRefused = true;
            return false;
        }
    }

    private void Publish()
    {
        var added = book.Keep(out var before);
        live = RoomTime.Of(book.Room);
        foreach (var one in added)
        {
            switch (one.What)
            {
                case RoomEvent.Entered(var person, _):
                    roll.Read(book.Room, person);
                    break;
                case RoomEvent.RoleSet(var person, _):
                    roll.Read(book.Room, person);
                    // They come back at once, and are shown the room of their new role.
                    guests.Part(person, "elsewhere", 0);
                    break;
                case RoomEvent.Removed(var person):
                    roll.Read(book.Room, person);
                    guests.Part(person, "removed", null);
                    break;
                case RoomEvent.WordsErased(var person):
                    guests.Part(person, "signedOut", null);
                    break;
            }
        }

        tell(this, added);
        guests.Tell(before, isLast: !book.Room.State.IsOpen());
    }
}
