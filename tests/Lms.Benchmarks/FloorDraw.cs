using Microsoft.Data.Sqlite;

namespace Lms.Benchmarks;

/// <summary>The ids of a bank in memory, drawn by the database: the least used first, then by chance.</summary>
internal sealed class FloorDraw : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly SqliteCommand draw;

    public FloorDraw(IEnumerable<string> ids, IReadOnlyDictionary<string, int> uses)
    {
        connection.Open();
        using var filling = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.CommandText = "CREATE TABLE Questions (Id TEXT NOT NULL, Uses INTEGER NOT NULL)";
        insert.ExecuteNonQuery();
        insert.CommandText = "INSERT INTO Questions VALUES ($id, $uses)";
        var (id, used) = (
            insert.Parameters.Add("$id", SqliteType.Text),
            insert.Parameters.Add("$uses", SqliteType.Integer)
        );
        foreach (var question in ids)
        {
            (id.Value, used.Value) = (question, uses.GetValueOrDefault(question));
            insert.ExecuteNonQuery();
        }

        filling.Commit();
        draw = connection.CreateCommand();
        draw.CommandText = "SELECT Id FROM Questions ORDER BY Uses, random() LIMIT $count";
        draw.Parameters.Add("$count", SqliteType.Integer);
        draw.Prepare();
    }

    public int Draw(int count)
    {
        draw.Parameters[0].Value = count;
        using var rows = draw.ExecuteReader();
        var drawn = new List<string>(count);
        while (rows.Read())
        {
            drawn.Add(rows.GetString(0));
        }

        return drawn.Count;
    }

    public void Dispose()
    {
        draw.Dispose();
        connection.Dispose();
    }
}
