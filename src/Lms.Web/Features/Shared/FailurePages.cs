using Lms.Domain.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Lms.Web.Features.Shared;

/// <summary>Every failure ends in a page (or a line of JSON) of our own, in the reader's language.</summary>
public static class FailurePages
{
    /// <summary>Marks a request that no administrator's existence lets through yet.</summary>
    public static readonly object SetupPending = new();

    // https://sqlite.org/rescode.html: READONLY, IOERR, FULL, CANTOPEN.
    private static readonly int[] DiskTrouble = [8, 10, 13, 14];

    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error/500",
                AllowStatusCode404Response = true,
                StatusCodeSelector = failure =>
                    failure switch
                    {
                        _ when IsStorageTrouble(failure) => StatusCodes.Status503ServiceUnavailable,
                        RuleViolation => StatusCodes.Status409Conflict,
                        BadHttpRequestException bad => bad.StatusCode,
                        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
                        _ => StatusCodes.Status500InternalServerError,
                    },
            }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}");
    }

    /// <summary>The database cannot write or be reached: nothing was changed, trying again may help.</summary>
    public static bool IsStorageTrouble(Exception failure) =>
        failure.GetBaseException() switch
        {
            SqliteException sqlite => DiskTrouble.Contains(sqlite.SqliteErrorCode),
            PostgresException postgres => postgres.SqlState.StartsWith(
                "53",
                StringComparison.Ordinal
            ),
            NpgsqlException => true,
            _ => false,
        };
}
