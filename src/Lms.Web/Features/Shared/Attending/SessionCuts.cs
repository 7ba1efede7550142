using Lms.Domain.Live;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Attending;

public static class SessionCuts
{
    /// <summary>Time taken out of a recording, joined.</summary>
    public static async Task<IReadOnlyList<Span>> CutsOfAsync(
        this LmsDbContext db,
        LiveSessionId session,
        CancellationToken cancel = default
    ) =>
        Spans.Joined(
            await db
                .RecordingCuts.Where(one => one.SessionId == session)
                .Select(one => new Span(one.From, one.Until))
                .ToListAsync(cancel)
        );
}
