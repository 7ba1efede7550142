namespace Lms.Web.Features.Sessions;

public static class RoomPages
{
    public static void AddRoomPages(this IServiceCollection services) =>
        services.AddScoped<RoomDoor>();
}
