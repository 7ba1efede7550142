using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lms.Web.Backups;

/// <summary>What a backup holds; the last member of its archive, <c>manifest.json</c>.</summary>
public sealed record BackupManifest
{
    public const string Name = "manifest.json";

    /// <summary>Rises when an older program could not read the archive.</summary>
    public const int CurrentForm = 1;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    public int Form { get; init; } = CurrentForm;

    public required string Program { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DatabaseProvider Database { get; init; }

    /// <summary>The migrations the schema has gone through, in their order.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    /// <summary>Rows of each table; empty for PostgreSQL, whose dump was made while others wrote.</summary>
    public required IReadOnlyDictionary<string, long> Rows { get; init; }

    public IReadOnlyDictionary<string, BackupMember> Members { get; init; } =
        new Dictionary<string, BackupMember>();
}

/// <param name="Sha256">Lower-case hexadecimal.</param>
public sealed record BackupMember(long Bytes, string Sha256);
