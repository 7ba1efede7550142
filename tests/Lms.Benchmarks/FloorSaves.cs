using System.Diagnostics;
using System.Text.Json;
using Lms.Web.Features.Courses;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks;

/// <summary>One connection, one insert and one flushed commit for each answer.</summary>
internal sealed class FloorSaves : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand insert;

    public FloorSaves(string file)
    {
        connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var table = connection.CreateCommand();
        table.CommandText = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS Responses (
                Position INTEGER PRIMARY KEY AUTOINCREMENT,
                Operation TEXT NOT NULL,
                AttemptId TEXT NOT NULL,
                PersonId TEXT NOT NULL,
                QuestionId TEXT NOT NULL,
                "Values" TEXT NOT NULL,
                SavedAt INTEGER NOT NULL
            );
            """;
        table.ExecuteNonQuery();
        insert = connection.CreateCommand();
        insert.CommandText = """
            INSERT INTO Responses (Operation, AttemptId, PersonId, QuestionId, "Values", SavedAt)
            VALUES ($Operation, $AttemptId, $PersonId, $QuestionId, $Values, $SavedAt)
            """;
        foreach (
            var name in (string[])
                ["Operation", "AttemptId", "PersonId", "QuestionId", "Values", "SavedAt"]
        )
        {
            insert.Parameters.Add(new SqliteParameter { ParameterName = $"${name}" });
        }

        insert.Prepare();
    }

    public DateTimeOffset Save(Guid attempt, Guid person, string question, AnswerBody body)
    {
        var now = TimeProvider.System.GetUtcNow();
        insert.Parameters[0].Value = body.Operation;
        insert.Parameters[1].Value = attempt;
        insert.Parameters[2].Value = person;
        insert.Parameters[3].Value = question;
        insert.Parameters[4].Value = JsonSerializer.Serialize(body.Values);
        insert.Parameters[5].Value = now.ToUnixTimeMilliseconds();
        insert.ExecuteNonQuery();
        return now;
    }

    /// <summary>Saves per second without HTTP, one after another.</summary>
    public static double Rate(string folder, TimeSpan time)
    {
        using var saves = new FloorSaves(Path.Combine(folder, "commits.db"));
        var count = 0;
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < time)
        {
            saves.Save(
                Guid.Empty,
                Guid.Empty,
                "q-missing-element",
                new(Guid.CreateVersion7(), ["k3v9x2"])
            );
            count++;
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    public void Dispose()
    {
        insert.Dispose();
        connection.Dispose();
    }
}
