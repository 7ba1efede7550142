using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can also read and write.</summary>
public static class Probes
{
    public static void MapProbes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Text("ok")).AllowAnonymous();
        routes.MapGet("/readyz", ReadyAsync).AllowAnonymous();
    }

    private static async Task<IResult> ReadyAsync(
        LmsDatabase database,
        LmsSettings settings,
        ILogger<LmsDatabase> log
    )
    {
        try
        {
            await using var db = database.Open(Viewer.System("readiness"));
            var isCurrent = !(await db.Database.GetPendingMigrationsAsync()).Any();
            var isWritable = await CanWriteAsync(db);
            var hasContent = Directory.Exists(settings.Content);
            return isCurrent && isWritable && hasContent && HasRoom(settings)
                ? Results.Text("ready")
                : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Not ready");
            return Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    // A write that is rolled back: what it leaves behind is nothing.
    private static async Task<bool> CanWriteAsync(LmsDbContext db)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.SetupCodes.Add(new SetupCode { Hash = "probe", ExpiresAt = DateTimeOffset.UnixEpoch });
        await db.SaveChangesAsync();
        await transaction.RollbackAsync();
        return true;
    }

    private static bool HasRoom(LmsSettings settings)
    {
        var drive = new DriveInfo(settings.Data);
        return drive.AvailableFreeSpace > drive.TotalSize / 20;
    }
}
