namespace Lms.Web.Features.Shared.Meeting;

public static class MeetingFeature
{
    public static void AddMeeting(this IServiceCollection services)
    {
        services.AddSingleton<SessionCalendar>();
        services.AddSingleton<SessionLetters>();
        services.AddSingleton<ChangeSeats>();
        services.AddSingleton<PlanSession>();
        services.AddSingleton<ChangeSession>();
        services.AddSingleton<CancelSession>();
        services.AddSingleton<WhoLeads>();
        services.AddSingleton<SessionsOf>();
        services.AddSingleton<SessionRows>();
        services.AddSingleton<KeepFeed>();
    }
}
