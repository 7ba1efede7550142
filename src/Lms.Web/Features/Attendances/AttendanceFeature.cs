using Lms.Web.Features.Attendances.CheckIns;

namespace Lms.Web.Features.Attendances;

public static class AttendanceFeature
{
    public static void AddAttendance(this IServiceCollection services)
    {
        services.AddSingleton<SettledSessions>();
        services.AddSingleton<CheckInCodes>();
        services.AddScoped<CheckPeopleIn>();
        services.AddScoped<RegisterReads>();
        services.AddScoped<CloseSession>();
    }

    public static void MapAttendance(this IEndpointRouteBuilder routes) => CheckInApi.Map(routes);
}
