using Lms.Domain.Live;
using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Live;

/// <summary>
/// When a room was live, and whose voices are on, as it stood after a write: read beside the room by those
/// who count and those who carry voices.
/// </summary>
/// <param name="Since">Live since then; null while it is not.</param>
internal sealed record RoomTime(
    SessionState State,
    PersonId? Presenter,
    IReadOnlyList<Span> Before,
    long? Since
)
{
    public bool IsRecording { get; init; }

    public PersonId? Floor { get; init; }

    public bool IsFloorRecorded { get; init; }

    public static RoomTime Of(Room room) =>
        new(
            room.State,
            room.Presenter,
            room.LiveUntil(room.StateSince),
            room.State == SessionState.Live ? room.StateSince : null
        )
        {
            IsRecording = room.IsRecording,
            Floor = room.Floor,
            IsFloorRecorded = room.IsFloorRecorded,
        };

    public IEnumerable<Span> Until(long now) =>
        Since is { } since ? Before.Append(new Span(since, now)) : Before;
}
