using Lms.Domain.Live;

namespace Lms.Web.Features.Shared.Meeting;

/// <summary>A line of a list of sessions.</summary>
/// <param name="Course">Null for a session of its own.</param>
/// <param name="Leaders">Names of its trainers.</param>
public sealed record SessionRow(
    SessionSeen Seen,
    PublishedCourse? Course,
    IReadOnlyList<string> Leaders,
    string Address
);

/// <summary>Puts names of courses and trainers to the sessions that a page lists.</summary>
public sealed class SessionRows(WhoLeads who, PublishedCourses courses)
{
    /// <param name="address">Where a line leads.</param>
    public async Task<IReadOnlyList<SessionRow>> OfAsync(
        IReadOnlyCollection<SessionSeen> sessions,
        Func<LiveSession, string> address
    )
    {
        var leaders = await who.OfAsync([.. sessions.Select(one => one.Session.Id)]);
        var known = (await courses.AllAsync()).ToDictionary(course => course.Id);
        return
        [
            .. sessions.Select(one => new SessionRow(
                one,
                one.Session.CourseId is { } course ? known.GetValueOrDefault(course) : null,
                [
                    .. leaders[one.Session.Id]
                        .Where(lead => lead.Role is RoomRole.Trainer or RoomRole.CoTrainer)
                        .Select(lead => lead.Name),
                ],
                address(one.Session)
            )),
        ];
    }

    /// <summary>Where the session itself is.</summary>
    public static string PageOf(LiveSession session) => $"/sessions/{session.Id.Value}";
}
