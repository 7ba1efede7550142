using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Domain.Courses;
using Lms.Web.Access;

namespace Lms.Web.Features.Courses.Preview;

/// <summary>
/// A short name for the state of a course's folder, from names, lengths and times alone: cheap enough
/// to be asked every two seconds.
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
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (
                var file in Files(folder).OrderBy(file => file.FullName, StringComparer.Ordinal)
            )
            {
                hash.AppendData(Encoding.UTF8.GetBytes(LineOf(file)));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 8));
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

    private static IEnumerable<FileInfo> Files(DirectoryInfo folder) =>
        folder.EnumerateFiles(
            "*",
            new EnumerationOptions
            {
                RecurseSubdirectories = true,
                AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
            }
        );

    private static string LineOf(FileInfo file) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{file.FullName}\n{file.Length}\n{file.LastWriteTimeUtc.Ticks}\n"
        );
}
