using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lms.Domain.People;
using Lms.Web.Data;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>A line of the ledger: that this surrogate was to be erased.</summary>
/// <param name="Hash">Of the other two: a line that was torn or changed does not match.</param>
public sealed record ErasureLine(Guid Surrogate, string Hash, DateTimeOffset At)
{
    public static ErasureLine Of(PersonId person, DateTimeOffset at) =>
        new(person.Value, HashOf(person.Value, at), at);

    [JsonIgnore]
    public bool IsWhole => Hash == HashOf(Surrogate, At);

    private static string HashOf(Guid surrogate, DateTimeOffset at) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{surrogate:D}|{at.ToUnixTimeMilliseconds()}"))
        );
}

/// <summary>
/// <c>Data/erasures.log</c>: who was erased, by surrogate alone. It stays out of the database and of
/// its backups, so that an older copy that comes back is erased again. Lines are only added.
/// </summary>
public sealed class ErasureFile(LmsSettings settings)
{
    public const string Name = "erasures.log";

    private const int Tries = 50;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public string Path => System.IO.Path.Combine(settings.Data, Name);

    private string Mark => System.IO.Path.Combine(settings.Data, "erasures.forgotten");

    /// <summary>Bytes; 0 for one that is not there.</summary>
    public long Length => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;

    /// <summary>
    /// How long it was when the bytes of all who stand in it had left the files of the database too. A
    /// restore, which brings back another database, takes the word of it away.
    /// </summary>
    public long Forgotten
    {
        get
        {
            try
            {
                return
                    File.Exists(Mark)
                    && long.TryParse(
                        File.ReadAllText(Mark),
                        CultureInfo.InvariantCulture,
                        out var length
                    )
                    ? length
                    : 0;
            }
            catch (Exception refused) when (IsRefusal(refused))
            {
                return 0;
            }
        }
    }

    /// <returns>False when the disk did not take it: then it is done once more.</returns>
    public bool Forgets(long length)
    {
        try
        {
            // In its place: it may be another account's, which ran a verb.
            DataFolder.Replace(Mark, length.ToString(CultureInfo.InvariantCulture));
            return true;
        }
        catch (Exception refused) when (IsRefusal(refused))
        {
            return false;
        }
    }

    private static bool IsRefusal(Exception failure) =>
        failure is IOException or UnauthorizedAccessException;

    /// <summary>On the disk when it returns.</summary>
    public async Task AddAsync(
        IEnumerable<PersonId> people,
        DateTimeOffset at,
        CancellationToken cancel
    )
    {
        await using var file = await OpenAsync(cancel);
        var text = new StringBuilder();
        if (file.Length > 0)
        {
            file.Seek(-1, SeekOrigin.End);
            // A line that a power cut tore stays a line of its own.
            text.Append(file.ReadByte() == '\n' ? "" : "\n");
        }

        foreach (var person in people)
        {
            text.Append(JsonSerializer.Serialize(ErasureLine.Of(person, at), Json)).Append('\n');
        }

        await file.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancel);
        file.Flush(flushToDisk: true);
    }

    /// <summary>Lines in their order; a null for each that cannot be trusted.</summary>
    public IReadOnlyList<ErasureLine?> Read() =>
        File.Exists(Path)
            ? [.. File.ReadLines(Path).Where(line => line.Length > 0).Select(Parse)]
            : [];

    private static ErasureLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<ErasureLine>(line, Json) is { IsWhole: true } whole
                ? whole
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // A verb beside a serving process may be at it: one waits for the other.
    private async Task<FileStream> OpenAsync(CancellationToken cancel)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(Path, options);
            }
            catch (IOException) when (attempt < Tries)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
