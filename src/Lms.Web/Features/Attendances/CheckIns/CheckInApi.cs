using Lms.Domain.Live;
using Lms.Web.Features.Shared.Attending;

namespace Lms.Web.Features.Attendances.CheckIns;

/// <summary>The next code for the wall, for those who lead.</summary>
internal static class CheckInApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/sessions/{session:guid}/checkin", CodeAsync);

    private static async Task<IResult> CodeAsync(
        Guid session,
        HttpResponse response,
        SessionVisits visits,
        LmsSettings settings,
        CheckInCodes codes
    )
    {
        response.Headers.CacheControl = "no-store";
        return
            await visits.FindAsync(session) is { Leads: true } visit
            && visit.Session.Form != SessionForm.Online
            && visit.Session.State.IsOpen()
            ? Results.Ok(CheckInView.Of(settings, codes, visit.Session.Id))
            : Results.NotFound();
    }
}
