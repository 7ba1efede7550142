using Lms.Domain.Live;
using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Sends what happened to everyone in a room, each kind of viewer one message that was serialised once.
/// It waits for nobody: whoever is still busy with the last message gets the rest from the log when it
/// is through, and whoever is too far behind is put out and comes back by the log.
/// </summary>
internal sealed class Dispatcher(RoomBook book, Action<Guest> whenFree)
{
    /// <summary>So many events behind, a connection is closed.</summary>
    private const int MostBehind = 200;

    private readonly Dictionary<(bool Keeps, long After), SerializedHubMessage?> shared = [];

    /// <summary>What was written since <paramref name="before"/> to all of them.</summary>
    public void Tell(IReadOnlyCollection<Guest> guests, long before)
    {
        shared.Clear();
        var own = Written(before)
            .Where(line => RoomLines.AudienceOf(line.What) != Audience.Everyone)
            .Select(line => line.By)
            .OfType<PersonId>()
            .ToHashSet();
        foreach (var guest in guests)
        {
            if (guest.IsLeaving)
            {
                continue;
            }

            if (guest.IsBusy)
            {
                Wait(guest);
            }
            else if (guest.HasMissed || own.Contains(guest.Person))
            {
                CatchUp(guest);
            }
            else if (Shared(book.Keeps(guest.Person), guest.SentUpTo) is { } message)
            {
                Send(guest, message);
            }
        }
    }

    /// <summary>What was written since <paramref name="before"/> to those who said some of it.</summary>
    public void TellBack(IReadOnlyCollection<Guest> guests, long before)
    {
        var own = Written(before).Select(line => line.By).OfType<PersonId>().ToHashSet();
        foreach (var guest in guests.Where(guest => own.Contains(guest.Person)))
        {
            if (!guest.IsBusy && !guest.IsLeaving)
            {
                CatchUp(guest);
            }
        }
    }

    /// <summary>All that one connection has not been told yet.</summary>
    public void CatchUp(Guest guest)
    {
        guest.HasMissed = false;
        if (
            Message(Seen(guest.Person, book.Keeps(guest.Person), guest.SentUpTo), guest.SentUpTo) is
            { } message
        )
        {
            Send(guest, message);
        }
    }

    /// <summary>The same to everybody, to those who are not busy; what passes may be missed.</summary>
    public static void Tell(IEnumerable<Guest> guests, RawJson passing, Action<Guest> whenFree)
    {
        var message = Of("eph", passing);
        foreach (var guest in guests.Where(guest => !guest.IsBusy && !guest.IsLeaving))
        {
            guest.Send(message, whenFree);
        }
    }

    /// <summary>What a viewer may read of the lines after a number.</summary>
    public List<LoggedEvent> Seen(PersonId viewer, bool isKeeper, long after) =>
        [.. Written(after).Where(line => RoomLines.IsSeen(line, viewer, isKeeper))];

    /// <summary>As <c>ev</c> carries them.</summary>
    public RawJson Batch(IReadOnlyList<LoggedEvent> seen, long after) =>
        RawJson.Of(json =>
        {
            json.WriteStartObject();
            json.WriteNumber("after", after);
            json.WriteNumber("upTo", book.Kept);
            json.WriteStartArray("lines");
            var lines = book.Wire;
            foreach (var line in seen)
            {
                lines.Write(json, line);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private SerializedHubMessage? Shared(bool isKeeper, long after)
    {
        if (!shared.TryGetValue((isKeeper, after), out var message))
        {
            var seen = Written(after)
                .Where(line =>
                    RoomLines.AudienceOf(line.What) switch
                    {
                        Audience.Everyone => true,
                        Audience.KeepersAndOwn => isKeeper,
                        Audience.Own => false,
                    }
                )
                .ToList();
            shared[(isKeeper, after)] = message = Message(seen, after);
        }

        return message;
    }

    private SerializedHubMessage? Message(List<LoggedEvent> seen, long after) =>
        seen.Count == 0 ? null : Of("ev", Batch(seen, after));

    private void Send(Guest guest, SerializedHubMessage message)
    {
        guest.SentUpTo = guest.StuckAt = book.Kept;
        guest.Send(message, whenFree);
    }

    private void Wait(Guest guest)
    {
        guest.HasMissed = true;
        if (book.Kept - guest.StuckAt > MostBehind)
        {
            guest.Abort();
        }
    }

    private IEnumerable<LoggedEvent> Written(long after)
    {
        for (var at = (int)after; at < book.Kept; at++)
        {
            yield return book.Lines[at];
        }
    }

    private static SerializedHubMessage Of(string method, RawJson said) =>
        new(new InvocationMessage(method, [said]));
}
