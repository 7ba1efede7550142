using System.Security.Cryptography;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// What the check of a device measures its line against: bytes that nothing compresses, down and up.
/// </summary>
internal static class Line
{
    private const int Down = 96 * 1024;
    private const int Up = 64 * 1024;

    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(Down);

    public static void MapLine(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/line", Give);
        routes.MapPut("/api/v1/line", TakeAsync);
    }

    private static IResult Give(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Bytes, "application/octet-stream");
    }

    private static async Task<IResult> TakeAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength is null or > Up)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        await request.Body.CopyToAsync(Stream.Null, cancel);
        return Results.NoContent();
    }
}
