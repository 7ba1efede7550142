using Lms.Web.Content.Assets;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Shared;

/// <summary>
/// A file that an author brought, as an answer: whatever is in it, a browser neither runs it nor takes
/// it for a page of ours.
/// </summary>
internal static class MediaAnswer
{
    /// <param name="caching">For how long and for whom the browser may keep it.</param>
    /// <param name="tag">Names its bytes; null when they may change.</param>
    public static IResult Of(HttpResponse response, FileInfo file, string caching, string? tag)
    {
        var form = AssetForm.Of(file.Name)!;
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        response.Headers.CacheControl = caching;
        if (!form.IsShownAlone)
        {
            response.Headers.ContentDisposition = "attachment";
        }

        return Results.File(
            file.FullName,
            form.MediaType,
            entityTag: tag is null ? null : new EntityTagHeaderValue($"\"{tag}\""),
            enableRangeProcessing: true
        );
    }
}
