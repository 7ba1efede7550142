using System.Collections.Concurrent;
using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// Who is what in a room and when they were heard of, for those who ask beside its queue.
/// </summary>
internal sealed class RoomRoll(RoomClock clock, TimeProvider time)
{
    private readonly ConcurrentDictionary<PersonId, RoomRole> roles = new();
    private readonly ConcurrentDictionary<PersonId, long> signs = new();
    private readonly ConcurrentDictionary<PersonId, Bucket> paces = new();

    public RoomRole? RoleOf(PersonId person) =>
        roles.TryGetValue(person, out var role) ? role : null;

    /// <summary>Of a person, whatever devices they have.</summary>
    public Bucket PaceOf(PersonId person) => paces.GetOrAdd(person, _ => new(time, 40, 4));

    /// <summary>Someone was heard of: a beat, or an act.</summary>
    public void Hear(PersonId person) => signs[person] = clock.Now;

    /// <summary>Heard of last; long ago for one who never was.</summary>
    public long HeardAt(PersonId person) =>
        signs.TryGetValue(person, out var at) ? at : long.MinValue / 2;

    /// <summary>Those who led before a restart are waited for as if they had just been heard of.</summary>
    public void Await(PersonId person) => signs[person] = clock.From;

    public void Read(Room room)
    {
        roles.Clear();
        foreach (var person in room.People)
        {
            Read(room, person);
        }
    }

    public void Read(Room room, PersonId person)
    {
        if (room.RoleOf(person) is { } role)
        {
            roles[person] = role;
        }
        else
        {
            roles.TryRemove(person, out _);
        }
    }
}
