using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// What the product itself says in a room: what follows from an act, from someone's coming and from
/// someone's being away.
/// </summary>
internal sealed class RoomKeeping(Room room, RoomFacts facts)
{
    /// <summary>Without a word or a connection of anyone who leads, in milliseconds.</summary>
    public const long LostAfter = 15_000;

    /// <summary>An interruption that lasts so long ends the session.</summary>
    public const long EndsAfter = 20 * 60_000;

    /// <summary>A pause that everyone who leads has left.</summary>
    private const long ForgottenAfter = 3 * 60 * 60_000;

    /// <summary>After its planned end a room that was never live is closed.</summary>
    private static readonly TimeSpan NeverBegan = TimeSpan.FromMinutes(30);

    /// <summary>What an act brings with it.</summary>
    public IEnumerable<RoomEvent> FollowsFrom(RoomEvent what, PersonId? by)
    {
        switch (what)
        {
            case RoomEvent.AlertSet(true) when room.State == SessionState.Live:
                yield return new RoomEvent.StateSet(SessionState.Paused);
                break;
            case RoomEvent.AlertSet(false) when room.IsPausedByAlert:
                yield return new RoomEvent.StateSet(SessionState.Live);
                break;
            case RoomEvent.StateSet(SessionState.Live)
                when room.Presenter is null && by is { } person:
                yield return new RoomEvent.PresenterSet(person);
                break;
            case RoomEvent.StateSet(SessionState.Ended) when room.IsAlert:
                yield return new RoomEvent.AlertSet(false);
                break;
        }
    }

    /// <summary>What someone's coming brings with it.</summary>
    public IEnumerable<RoomEvent> ComesWith(PersonId person)
    {
        if (!Leads(person))
        {
            yield break;
        }

        if (room.State == SessionState.Interrupted)
        {
            yield return new RoomEvent.StateSet(
                room.IsAlert ? SessionState.Paused : SessionState.Live
            );
        }

        if (room.Presenter is not { } presenter || !Leads(presenter) || IsWaitedFor(person))
        {
            yield return new RoomEvent.PresenterSet(person);
        }
    }

    /// <summary>What follows from who is there, once a second.</summary>
    /// <param name="heard">When someone was heard of last.</param>
    public IEnumerable<RoomEvent> Look(
        long now,
        DateTimeOffset wall,
        Func<PersonId, bool> isConnected,
        Func<PersonId, long> heard
    )
    {
        var leading = room
            .People.Where(Leads)
            .Where(person => isConnected(person) || now - heard(person) < LostAfter)
            .ToList();
        switch (room.State)
        {
            case SessionState.Live when leading.Count == 0:
                return [new RoomEvent.StateSet(SessionState.Interrupted)];
            case SessionState.Live
            or SessionState.Paused
                when leading.Count > 0 && (room.Presenter is not { } one || !leading.Contains(one)):
                return Presents(leading.FirstOrDefault(isConnected, leading[0]));
            case SessionState.Interrupted when leading.Exists(person => isConnected(person)):
                return
                [
                    new RoomEvent.StateSet(room.IsAlert ? SessionState.Paused : SessionState.Live),
                ];
            case SessionState.Interrupted when now - room.StateSince >= EndsAfter:
            case SessionState.Paused
                when leading.Count == 0 && now - room.StateSince >= ForgottenAfter:
                return [new RoomEvent.StateSet(SessionState.Ended)];
            case SessionState.Lobby when leading.Count == 0 && wall > facts.PlannedEnd + NeverBegan:
                return [new RoomEvent.StateSet(SessionState.Scheduled)];
            default:
                return [];
        }
    }

    // A co-trainer who came first keeps the place warm.
    private bool IsWaitedFor(PersonId person) =>
        room.State == SessionState.Lobby
        && room.RoleOf(person) == RoomRole.Trainer
        && room.RoleOf(room.Presenter!.Value) != RoomRole.Trainer;

    private static IReadOnlyList<RoomEvent> Presents(PersonId person) =>
        [new RoomEvent.PresenterSet(person)];

    private bool Leads(PersonId person) => room.RoleOf(person) is { } role && RoomRules.Leads(role);
}
