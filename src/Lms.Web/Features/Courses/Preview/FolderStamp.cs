using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Files;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>
/// A short name for the state of a course's folder, which an open preview asks for every two
/// seconds.
/// </summary>
public static class FolderStamp
{
    /// <summary>Null when there is no such folder.</summary>
    public static string? Of(LmsSettings settings, string course)
    {
        var folder = new DirectoryInfo(Path.Combine(settings.Content, "courses", course));
        if (!Slug.IsValid(course) || !folder.Exists)
        {
            return null;
        }

        try
        {
            return FolderState.Of(folder.FullName);
        }
        catch (Exception moving) when (moving is IOException or UnauthorizedAccessException)
        {
            // A file went while it was looked at: the next question will find the new state.
            return "";
        }
    }

    public static void MapFolderStamp(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/author/{course}/stamp",
                (string course, HttpResponse response, LmsSettings settings) =>
                {
                    response.Headers.CacheControl = "no-store";
                    return Of(settings, course) is { } stamp
                        ? Results.Text(stamp)
                        : Results.NotFound();
                }
            )
            .RequireAuthorization(nameof(AccessRole.Author));
}
