using Lms.Domain.Live;
using Microsoft.Data.Sqlite;

namespace Lms.Browser.Tests.Support;

/// <summary>A live session put into the server's file beside it, about to begin.</summary>
public static class PlannedRoom
{
    public static Guid Plan(
        ServerProcess server,
        (string Course, string Activity) deck,
        IReadOnlyDictionary<string, RoomRole> leads,
        params string[] seats
    )
    {
        using var connection = Open(server);
        var session = Guid.CreateVersion7();
        var now = DateTimeOffset.UtcNow;
        Run(
            connection,
            """
            INSERT INTO "LiveSessions" ("Id", "Operation", "CourseId", "ActivityId", "Title", "Language", "StartsAt",
              "Minutes", "Admission", "Form", "Place", "Rule", "IsRecorded", "State", "Sequence", "By", "CreatedAt")
            SELECT $1, $2, a."CourseId", a."Id", 'Питання до юриста й поліції', 'uk', $3, 60, 'Open', 'Online', '', '{}', 1,
              'Scheduled', 0, $2, $4
            FROM "Activities" a JOIN "Courses" c ON c."Id" = a."CourseId" WHERE c."Slug" = $5 AND a."Slug" = $6
            """,
            Text(session),
            Text(Guid.CreateVersion7()),
            now.AddMinutes(5).ToUnixTimeMilliseconds(),
            now.ToUnixTimeMilliseconds(),
            deck.Course,
            deck.Activity
        );
        foreach (var (name, role) in leads)
        {
            Run(
                connection,
                """
                INSERT INTO "SessionTrainers" ("SessionId", "PersonId", "Role")
                SELECT $1, "PersonId", $2 FROM "Accounts" WHERE "Email" = $3
                """,
                Text(session),
                role.ToString(),
                $"{name}@demo.example"
            );
        }

        foreach (var (at, name) in seats.Index())
        {
            Run(
                connection,
                """
                INSERT INTO "SessionSeats" ("SessionId", "PersonId", "Position", "State", "At")
                SELECT $1, "PersonId", $2, 'Seated', $3 FROM "Accounts" WHERE "Email" = $4
                """,
                Text(session),
                at + 1,
                now.ToUnixTimeMilliseconds(),
                $"{name}@demo.example"
            );
        }

        return session;
    }

    /// <summary>One session becomes a rehearsal of another.</summary>
    public static void Rehearse(ServerProcess server, Guid session, Guid rehearsal)
    {
        using var connection = Open(server);
        Run(
            connection,
            """UPDATE "LiveSessions" SET "RehearsalOf" = $1 WHERE "Id" = $2""",
            Text(session),
            Text(rehearsal)
        );
    }

    private static SqliteConnection Open(ServerProcess server)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(server.Settings.Data, "lms.db"),
            Pooling = false,
        };
        var connection = new SqliteConnection(address.ToString());
        connection.Open();
        return connection;
    }

    // As the product writes ids.
    private static string Text(Guid id) => id.ToString().ToUpperInvariant();

    private static void Run(SqliteConnection connection, string sql, params object[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (at, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${at + 1}", value);
        }

        Assert.Equal(1, command.ExecuteNonQuery());
    }
}
