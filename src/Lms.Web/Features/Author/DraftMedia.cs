using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Assets;
using Lms.Web.Features.Shared;

namespace Lms.Web.Features.Author;

/// <summary>What lies in <c>assets/</c> of a course today, for the previews of its author.</summary>
public static class DraftMedia
{
    public static void MapDraftMedia(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/author/media/{course}/{**path}", File)
            .RequireAuthorization(nameof(AccessRole.Author));

    private static IResult File(
        string course,
        string path,
        HttpResponse response,
        LmsSettings settings
    )
    {
        var steps = path.Split('/');
        if (
            !Slug.IsValid(course)
            || steps is not [AssetFolder.Name, .. var below]
            || below.Any(step =>
                step.StartsWith('.') || step.Contains('\\', StringComparison.Ordinal)
            )
        )
        {
            return Results.NotFound();
        }

        var file = Follow(Path.Combine(settings.Content, "courses", course), steps);
        return file is not null && AssetForm.Of(file.Name) is not null
            ? MediaAnswer.Of(response, file, "private, no-store", null)
            : Results.NotFound();
    }

    /// <summary>Step by step, so that no link of the file system leads out of the folder.</summary>
    private static FileInfo? Follow(string folder, IEnumerable<string> steps)
    {
        var at = Path.GetFullPath(folder);
        foreach (var step in steps)
        {
            at = Path.Combine(at, step);
            if (step.Length == 0 || new FileInfo(at).LinkTarget is not null)
            {
                return null;
            }
        }

        var file = new FileInfo(at);
        return file.Exists ? file : null;
    }
}
