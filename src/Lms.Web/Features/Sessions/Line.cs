using System.Security.Cryptography;

namespace Lms.Web.Features.Sessions;

/// <summary>
/// What a device measures its line against: bytes that nothing compresses, down and up. The check takes
/// many, a room that lost the voice only a few.
/// </summary>
internal static class Line
{
    private const int Down = 96;
    private const int Up = 64 * 1024;

    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(Down * 1024);

    public static void MapLine(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/line", Give);
        routes.MapPut("/api/v1/line", TakeAsync);
    }

    private static IResult Give(HttpContext http, int? kilobytes)
    {
        var given = Math.Clamp(kilobytes ?? Down, 0, Down) * 1024;
        http.Response.Headers.CacheControl = "no-store";
        return Results.Bytes(Bytes.AsMemory(0, given), "application/octet-stream");
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
