namespace Lms.Web.Features.Manage.Places;

public static class PlacesFeature
{
    public static void AddPlaces(this IServiceCollection services)
    {
        services.AddScoped<ChangePlaces>();
        services.AddScoped<PlaceReads>();
    }
}
