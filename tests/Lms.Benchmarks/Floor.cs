using System.Globalization;
using System.Security.Claims;
using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Courses;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Lms.Benchmarks;

/// <summary>
/// The least a server can do for the same answer: the product's cookie, the same reads of the same
/// file, the page as a string kept ready; and for an answer one insert and one commit.
/// </summary>
internal static class Floor
{
    public static async Task RunAsync(string folder, string data, int port)
    {
        var plan = Plan.Read(folder);
        var file = $"Data Source={Path.Combine(data, "lms.db")}";
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder
            .Services.AddDataProtection()
            .SetApplicationName("lms")
            .PersistKeysToFileSystem(new(Path.Combine(data, "keys", "protection")));
        builder
            .Services.AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                IdentityConstants.ApplicationScheme,
                cookie =>
                    cookie.Cookie.Name = plan.Cookie[
                        ..plan.Cookie.IndexOf('=', StringComparison.Ordinal)
                    ]
            );
        builder.Services.AddAuthorization();
        builder.Services.AddPooledDbContextFactory<SqliteLmsDbContext>(options =>
            options.UseSqlite(file)
        );
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();

        app.MapRoom();
        var page = "";
        app.MapGet("/healthz", () => "ok");
        app.MapPut(
            "/page",
            async (HttpRequest request) =>
                page = await new StreamReader(request.Body).ReadToEndAsync()
        );
        var bytes = Array.Empty<byte>();
        app.MapPut(
            "/bytes",
            async (HttpRequest request) =>
            {
                using var sent = new MemoryStream();
                await request.Body.CopyToAsync(sent);
                bytes = sent.ToArray();
            }
        );
        app.MapGet(
            "/public",
            (HttpResponse response) =>
            {
                response.Headers.ContentEncoding = "br";
                return Results.Bytes(bytes, "text/html; charset=utf-8");
            }
        );
        app.MapGet(
                "/ef",
                async (ClaimsPrincipal user, IDbContextFactory<SqliteLmsDbContext> contexts) =>
                {
                    await using var db = contexts.CreateDbContext();
                    return await FloorReads.ByEfAsync(db, Account(user), plan)
                        ? Results.Content(page, "text/html; charset=utf-8")
                        : Results.NotFound();
                }
            )
            .RequireAuthorization();
        app.MapGet(
                "/ado",
                async (ClaimsPrincipal user) =>
                {
                    await using var connection = new SqliteConnection(file);
                    return FloorReads.ByAdo(connection, Account(user), plan)
                        ? Results.Content(page, "text/html; charset=utf-8")
                        : Results.NotFound();
                }
            )
            .RequireAuthorization();

        using var turn = new SemaphoreSlim(1, 1);
        using var saves = new FloorSaves(Path.Combine(folder, "floor.db"));
        app.MapPut(
                "/api/v1/attempts/{attempt:guid}/answers/{question}",
                async (Guid attempt, string question, AnswerBody body, ClaimsPrincipal user) =>
                {
                    await turn.WaitAsync();
                    try
                    {
                        return new AnswerSaved(saves.Save(attempt, Account(user), question, body));
                    }
                    finally
                    {
                        turn.Release();
                    }
                }
            )
            .RequireAuthorization();
        app.MapPost(
            "/sign-in",
            (HttpContext http, IDbContextFactory<SqliteLmsDbContext> contexts) =>
                FloorSignIn.RunAsync(http, contexts, saves)
        );
        await app.RunAsync();
    }

    private static Guid Account(ClaimsPrincipal user) =>
        Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
