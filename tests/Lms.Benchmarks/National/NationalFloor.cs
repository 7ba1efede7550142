using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks.National;

/// <summary>
/// The least a server can do for the same answers: the product's cookie, bare ADO.NET over the same
/// rows, and the answer as bytes kept ready.
/// </summary>
internal static class NationalFloor
{
    public static async Task RunAsync(string data, int port)
    {
        var plan = NationalPlan.Read(data);
        var file = $"Data Source={Path.Combine(data, "lms.db")}";
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls(
            string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}")
        );
        builder.WebHost.ConfigureKestrel(server => server.Limits.MaxRequestBodySize = null);
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
                    cookie.Cookie.Name = plan.Country[
                        ..plan.Country.IndexOf('=', StringComparison.Ordinal)
                    ]
            );
        builder.Services.AddAuthorization();
        await using var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();

        // The product writes down each look before it answers.
        using var log = new FloorSaves($"{data}.floor.db");
        var answers = new ConcurrentDictionary<string, byte[]>();
        app.MapGet("/healthz", () => "ok");
        app.MapPut(
            "/{name}",
            async (string name, HttpRequest request) =>
            {
                using var sent = new MemoryStream();
                await request.Body.CopyToAsync(sent);
                answers[name] = sent.ToArray();
            }
        );
        app.MapGet(
                "/{name}",
                async (string name) =>
                {
                    await using var connection = new SqliteConnection(file);
                    await connection.OpenAsync();
                    Read(name, connection, plan);
                    log.Save(Guid.Empty, Guid.Empty, name, new(Guid.CreateVersion7(), []));
                    return Results.Bytes(
                        answers.GetValueOrDefault(name, []),
                        "text/html; charset=utf-8"
                    );
                }
            )
            .RequireAuthorization();
        await app.RunAsync();
    }

    private static void Read(string name, SqliteConnection connection, NationalPlan plan)
    {
        switch (name)
        {
            case "dashboard":
                FloorNational.Dashboard(connection, plan);
                break;
            case "region":
                FloorNational.Coverage(connection, plan, isRegion: true);
                break;
            case "country":
                FloorNational.Coverage(connection, plan, isRegion: false);
                break;
            case "people":
                FloorNational.People(connection, plan);
                break;
            case "export":
                FloorNational.Export(connection, plan);
                break;
            default:
                throw new InvalidOperationException($"No such answer: {name}.");
        }
    }
}
