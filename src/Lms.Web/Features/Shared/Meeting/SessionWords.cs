using Lms.Domain.Live;
using Lms.Web.Content.Pack;

namespace Lms.Web.Features.Shared.Meeting;

public static class SessionWords
{
    /// <summary>«25 жовтня 2026, 14:00»: by the organisation's clock.</summary>
    public static string When(this Texts texts, OrganisationPack pack, DateTimeOffset instant)
    {
        var wall = WallClock.At(instant, pack.TimeZone);
        return texts.Fill(
            "shared.meeting.when",
            texts.Day(DateOnly.FromDateTime(wall)),
            wall.ToString("HH:mm", texts.Culture)
        );
    }

    /// <summary>Key of what people come to: a webinar or a meeting.</summary>
    public static string KindWords(this SessionForm form) =>
        form switch
        {
            SessionForm.Online => "shared.meeting.webinar",
            SessionForm.Room or SessionForm.Mixed => "shared.meeting.meeting",
        };

    public static string Words(this SessionForm form) =>
        form switch
        {
            SessionForm.Online => "shared.meeting.form.online",
            SessionForm.Room => "shared.meeting.form.room",
            SessionForm.Mixed => "shared.meeting.form.mixed",
        };

    public static string Words(this Admission admission) =>
        admission switch
        {
            Admission.Open => "shared.meeting.admission.open",
            Admission.ByApproval => "shared.meeting.admission.approval",
            Admission.Assigned => "shared.meeting.admission.assigned",
        };

    public static string Words(this RoomRole role) =>
        role switch
        {
            RoomRole.Trainer => "shared.meeting.role.trainer",
            RoomRole.CoTrainer => "shared.meeting.role.co-trainer",
            RoomRole.Moderator => "shared.meeting.role.moderator",
            RoomRole.Participant => "shared.meeting.role.participant",
            RoomRole.Observer => "shared.meeting.role.observer",
        };

    public static string Words(this SeatState state) =>
        state switch
        {
            SeatState.Seated => "shared.meeting.seat.seated",
            SeatState.Waiting => "shared.meeting.seat.waiting",
            SeatState.Asked => "shared.meeting.seat.asked",
            SeatState.Refused => "shared.meeting.seat.refused",
            SeatState.GivenUp => "shared.meeting.seat.given-up",
        };

    public static string Words(this SessionState state) =>
        state switch
        {
            SessionState.Draft => "shared.meeting.state.draft",
            SessionState.Scheduled => "shared.meeting.state.scheduled",
            SessionState.Lobby => "shared.meeting.state.lobby",
            SessionState.Live => "shared.meeting.state.live",
            SessionState.Paused => "shared.meeting.state.paused",
            SessionState.Interrupted => "shared.meeting.state.interrupted",
            SessionState.Ended or SessionState.Processing or SessionState.Published =>
                "shared.meeting.state.ended",
            SessionState.Cancelled => "shared.meeting.state.cancelled",
        };
}
