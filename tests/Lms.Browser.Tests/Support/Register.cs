using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Lms.Browser.Tests.Support;

/// <summary>The server's SQLite file, opened beside it to read what is really there.</summary>
public sealed class Register(string file)
{
    private const string OfPerson =
        """JOIN "Accounts" ON "Accounts"."PersonId" = t."PersonId" WHERE "Accounts"."Email" = $1""";

    public static Register Of(ServerProcess server) =>
        new(Path.Combine(server.Settings.Data, "lms.db"));

    public long CountOf(string table, string email) =>
        (long)Rows($"""SELECT COUNT(*) FROM "{table}" t {OfPerson}""", email)[0][0];

    public long CountOf(string table) => (long)Rows($"""SELECT COUNT(*) FROM "{table}" """)[0][0];

    /// <summary>Every answer as it is kept, in the order of its coming.</summary>
    public IReadOnlyList<KeptAnswer> Answers() =>
        [
            .. Rows(
                    """SELECT "Operation", "AttemptId", "QuestionId", "Values" FROM "Responses" ORDER BY "Position" """
                )
                .Select(row => new KeptAnswer(
                    Guid.Parse((string)row[0]),
                    Guid.Parse((string)row[1]),
                    (string)row[2],
                    JsonSerializer.Deserialize<string[]>((string)row[3])!
                )),
        ];

    /// <summary>The open or last paper of a person, with the key that only the server has.</summary>
    public TakenPaper LastPaper(string email)
    {
        var row = Rows(
            $"""
            SELECT t."Id", t."Paper", v."Quiz" FROM "Attempts" t
            JOIN "ActivityTexts" v
              ON v."CourseVersionId" = t."CourseVersionId" AND v."ActivityId" = t."ActivityId"
            {OfPerson} ORDER BY t."Number" DESC LIMIT 1
            """,
            email
        )[0];
        return TakenPaper.Read(Guid.Parse((string)row[0]), (string)row[1], (string)row[2]);
    }

    public IReadOnlyList<string> Faults() =>
        [
            .. Rows("PRAGMA integrity_check")
                .Select(row => (string)row[0])
                .Where(word => word != "ok"),
            .. Rows("PRAGMA foreign_key_check").Select(row => $"foreign key of {row[0]}"),
        ];

    private List<object[]> Rows(string sql, params string[] values)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        };
        using var connection = new SqliteConnection(address.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (at, value) in values.Index())
        {
            command.Parameters.AddWithValue($"${at + 1}", value);
        }

        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }
}

public sealed record KeptAnswer(Guid Operation, Guid Attempt, string Question, string[] Values);
