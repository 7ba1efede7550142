using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>When a room was live, as it stood after a write: read beside the room by those who count.</summary>
/// <param name="Since">Live since then; null while it is not.</param>
internal sealed record RoomTime(
    SessionState State,
    PersonId? Presenter,
    IReadOnlyList<Span> Before,
    long? Since
)
{
    public static RoomTime Of(Room room) =>
        new(
            room.State,
            room.Presenter,
            room.LiveUntil(room.StateSince),
            room.State == SessionState.Live ? room.StateSince : null
        );

    public IEnumerable<Span> Until(long now) =>
        Since is { } since ? Before.Append(new Span(since, now)) : Before;
}
