using Lms.Domain.People;

namespace Lms.Web.Features.Sessions.Media;

/// <summary>What a person may do with the media of a session now.</summary>
public readonly record struct MediaSeat(bool MayView, MediaTracks Publishes)
{
    /// <summary>A stranger, or a session that is not open: both look the same.</summary>
    public static readonly MediaSeat None;
}

/// <summary>
/// Who a connection is, and which seat they have: asked at every call, so what answers keeps its
/// answers for a second at most.
/// </summary>
/// <param name="who">The person of the request that opened the connection; never of an argument.</param>
/// <param name="seat">The seat of a person in a session.</param>
public sealed class MediaAccess(
    Func<HttpContext, PersonId?> who,
    Func<Guid, PersonId, CancellationToken, ValueTask<MediaSeat>> seat
)
{
    public PersonId? PersonOf(HttpContext http) => who(http);

    public ValueTask<MediaSeat> SeatAsync(
        Guid session,
        PersonId person,
        CancellationToken cancellation
    ) => seat(session, person, cancellation);
}
