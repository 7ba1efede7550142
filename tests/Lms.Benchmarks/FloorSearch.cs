using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks;

/// <summary>A bare full-text query of SQLite (FTS5) over the same texts: no word forms, no access.</summary>
internal sealed class FloorSearch : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly SqliteCommand find;

    public FloorSearch(string folder)
    {
        connection = new($"Data Source={Path.Combine(folder, "search.db")}");
        connection.Open();
        Run("CREATE VIRTUAL TABLE lessons USING fts5(title, text)");
        find = connection.CreateCommand();
        find.CommandText = """
            SELECT title, snippet(lessons, 1, '<mark>', '</mark>', '…', 24)
            FROM lessons WHERE lessons MATCH $query ORDER BY rank LIMIT 10
            """;
        find.Parameters.Add("$query", SqliteType.Text);
    }

    public void Add(IEnumerable<(string Title, string Text)> lessons)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO lessons (title, text) VALUES ($title, $text)";
        var title = insert.Parameters.Add("$title", SqliteType.Text);
        var body = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var lesson in lessons)
        {
            (title.Value, body.Value) = (lesson.Title, lesson.Text);
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Run("INSERT INTO lessons (lessons) VALUES ('optimize')");
    }

    /// <returns>Letters of the answer, so that it is read.</returns>
    public int Find(string word, string begun)
    {
        find.Parameters[0].Value = string.Create(
            CultureInfo.InvariantCulture,
            $"\"{word}\" \"{begun}\" *"
        );
        using var rows = find.ExecuteReader();
        var letters = 0;
        while (rows.Read())
        {
            letters += rows.GetString(0).Length + rows.GetString(1).Length;
        }

        return letters;
    }

    public void Dispose()
    {
        find.Dispose();
        connection.Dispose();
    }

    private void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
