using System.Collections.Concurrent;
using Lms.Domain.People;
using Microsoft.AspNetCore.SignalR;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>The rooms that are open, and the connections in them.</summary>
public sealed class MediaRooms(MediaFolder folder, MediaLimits limits, TimeProvider time)
    : IDisposable
{
    private readonly ConcurrentDictionary<Guid, MediaRoom> rooms = new();
    private readonly ConcurrentDictionary<string, MediaConnection> connections = new();
    private readonly ConcurrentDictionary<(Guid, PersonId), PersonAllowance> allowances = new();
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> emptySince = new();
    private readonly ConcurrentDictionary<Guid, Lock> opening = new();
    private readonly Lock entering = new();

    /// <summary>
    /// The clock of a session as Unix milliseconds, by which its media are recorded; null for one that
    /// is not open, whose clock is the wall's.
    /// </summary>
    public Func<Guid, long?> ClockOf { get; set; } = _ => null;

    /// <summary>The room of a session, opened when it is not: also after a restart.</summary>
    public MediaRoom Open(Guid session)
    {
        if (rooms.TryGetValue(session, out var room))
        {
            return room;
        }

        // One that a slow disk holds up holds up no other.
        lock (opening.GetOrAdd(session, _ => new()))
        {
            return rooms.GetOrAdd(
                session,
                _ => new MediaRoom(
                    folder.LogOf(session),
                    limits,
                    time,
                    () => ClockOf(session) ?? time.GetUtcNow().ToUnixTimeMilliseconds()
                )
            );
        }
    }

    /// <summary>Switches recording; off until someone switches it on, also after a restart.</summary>
    /// <param name="floorToo">Whoever has the floor said yes.</param>
    public void Record(Guid session, bool isOn, bool floorToo = false) =>
        Open(session).Record(isOn, floorToo);

    /// <summary>Ends the media of a session for good: what is recorded is on the disk after this.</summary>
    public async Task EndAsync(Guid session)
    {
        await Open(session).EndAsync();
        Say(connections.Values.Where(one => one.Session == session), "Ended");
    }

    /// <summary>
    /// Closes every connection of a person at once. Whether they may come back is the answer of
    /// <see cref="MediaAccess"/>.
    /// </summary>
    public void Remove(Guid session, PersonId person)
    {
        foreach (
            var one in connections.Values.Where(one =>
                one.Session == session && one.Person == person
            )
        )
        {
            rooms.GetValueOrDefault(session)?.Leave(one.Id);
            one.Hub.Abort();
        }
    }

    internal MediaConnection? Enter(Guid session, PersonId person, HubConnectionContext hub)
    {
        lock (entering)
        {
            var others = connections.Values.Count(one =>
                one.Session == session && one.Person == person
            );
            if (others >= limits.ConnectionsOfPerson)
            {
                return null;
            }

            var allowance = allowances.GetOrAdd(
                (session, person),
                _ => new PersonAllowance(limits, time)
            );
            return connections[hub.ConnectionId] = new(
                hub.ConnectionId,
                session,
                person,
                hub,
                allowance
            );
        }
    }

    internal MediaConnection? Find(string connection) => connections.GetValueOrDefault(connection);

    internal void Leave(string connection)
    {
        if (connections.TryRemove(connection, out var gone))
        {
            rooms.GetValueOrDefault(gone.Session)?.Leave(connection);
        }
    }

    /// <summary>Sends what is due in every room.</summary>
    internal void Tick()
    {
        foreach (var room in rooms.Values)
        {
            room.Tick();
        }
    }

    /// <summary>Brings the recordings to the disk; what one disk refuses waits, and stops no other room.</summary>
    internal async Task<Exception?> FlushAsync()
    {
        Exception? failure = null;
        foreach (var room in rooms.Values)
        {
            try
            {
                await room.FlushAsync();
            }
            catch (IOException refused)
            {
                failure = refused;
            }
        }

        return failure;
    }

    /// <summary>Asks publishers for the key frames that someone waits for.</summary>
    internal void AskForKeys()
    {
        foreach (var (session, room) in rooms)
        {
            foreach (var (track, person) in room.WantedKeys())
            {
                Say(
                    connections.Values.Where(one => one.Session == session && one.Person == person),
                    "Key",
                    (int)track
                );
            }
        }
    }

    /// <summary>Puts away rooms that nobody is in.</summary>
    internal async Task SweepAsync()
    {
        var now = time.GetUtcNow();
        foreach (var (session, room) in rooms)
        {
            if (connections.Values.Any(one => one.Session == session))
            {
                emptySince.TryRemove(session, out _);
            }
            else if (
                now - emptySince.GetOrAdd(session, now) >= limits.EmptyRoom
                && !room.IsRecording
            )
            {
                await room.FlushAsync();
                emptySince.TryRemove(session, out _);
                opening.TryRemove(session, out _);
                rooms.TryRemove(session, out _);
                room.Dispose();
                foreach (var key in allowances.Keys.Where(key => key.Item1 == session))
                {
                    allowances.TryRemove(key, out _);
                }
            }
        }
    }

    public void Dispose()
    {
        foreach (var room in rooms.Values)
        {
            room.Dispose();
        }
    }

    private static void Say(
        IEnumerable<MediaConnection> to,
        string method,
        params object?[] arguments
    )
    {
        var message = new SerializedHubMessage(
            new Microsoft.AspNetCore.SignalR.Protocol.InvocationMessage(method, arguments)
        );
        foreach (var one in to)
        {
            _ = one.Hub.WriteAsync(message).AsTask();
        }
    }
}

/// <summary>Where the recordings are.</summary>
public sealed record MediaFolder(string Path)
{
    private const string Frames = ".frames";

    public string LogOf(Guid session) => System.IO.Path.Combine(Path, $"{session:N}{Frames}");

    /// <summary>Those of which there are frames.</summary>
    public IEnumerable<Guid> Sessions() =>
        Directory.Exists(Path)
            ? new DirectoryInfo(Path)
                .EnumerateFiles($"*{Frames}")
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file.Name))
                .Where(name => Guid.TryParseExact(name, "N", out _))
                .Select(name => Guid.ParseExact(name, "N"))
            : [];
}
