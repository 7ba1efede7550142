namespace Lms.Web.Features.Shared.Attending;

public static class AttendingFeature
{
    public static void AddAttending(this IServiceCollection services)
    {
        services.AddSingleton<KeptLogs>();
        services.AddSingleton<AttendanceReads>();
        services.AddScoped<SettleSession>();
        services.AddScoped<DecideAttendance>();
        services.AddScoped<SessionVisits>();
        services.AddSingleton<CutMedia>();
        services.AddSingleton<TellAfter>();
    }
}
