using Lms.Domain.Learning;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Courses;

/// <summary>A file that the viewer handed in, for the viewer alone: the scope sees to that.</summary>
internal static class FilesApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/v1/answer-files/{file:guid}", DownloadAsync);

    private static async Task<IResult> DownloadAsync(
        Guid file,
        LmsDbContext db,
        HttpResponse response
    )
    {
        var id = new AnswerFileId(file);
        var found = await db.AnswerFiles.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id);
        response.Headers.CacheControl = "no-store";
        return found is null
            ? Results.NotFound()
            : Results.File(found.Bytes, found.MediaType, found.Name);
    }
}
