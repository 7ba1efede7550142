using Lms.Web.Access;
using Lms.Web.Content.Assets;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Media;

public static class MediaFeature
{
    private const string Year = "max-age=31536000, immutable";

    public static void AddMedia(this IServiceCollection services)
    {
        services.AddSingleton<MediaStore>();
        services.AddSingleton<MediaAccess>();
    }

    // Open to all because the files of a public course are; who may read the others is asked inside.
    public static void MapMedia(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/media/{name}", FileAsync).AllowAnonymous();

    private static async Task<IResult> FileAsync(
        string name,
        HttpResponse response,
        CurrentViewer current,
        MediaAccess access,
        MediaStore store
    )
    {
        var isOpen = await access.IsOpenAsync(name);
        if (!isOpen && !current.Viewer.IsSignedIn)
        {
            return Results.Challenge();
        }

        return store.Find(name) is { } file
            ? MediaAnswer.Of(response, file, $"{(isOpen ? "public" : "private")}, {Year}", name)
            : Results.NotFound();
    }
}
