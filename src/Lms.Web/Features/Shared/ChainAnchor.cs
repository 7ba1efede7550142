using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared;

/// <param name="Audit">Null while nothing of it was chained.</param>
/// <param name="Issues">Null while nothing was issued.</param>
public sealed record ChainMarks(ChainMark? Audit, ChainMark? Issues, DateTimeOffset At);

/// <param name="IsForged">A file is there that this installation did not write.</param>
public sealed record AnchorRead(ChainMarks? Marks, bool IsForged);

/// <summary>
/// Remembers outside the database how far its two chained logs had come: <c>keys/anchor.json</c>, under
/// an HMAC whose key lies beside it. A log that is emptied, begun anew or shortened to before that line
/// no longer fits. It proves nothing against whoever can write both the database and the folder of keys,
/// and nothing of what came after the last anchor.
/// </summary>
public sealed class ChainAnchor(
    LmsSettings settings,
    LmsDatabase database,
    TimeProvider time,
    ILogger<ChainAnchor> log
)
{
    private const int KeyBytes = 32;
    private static readonly Viewer Anchors = Viewer.System("anchor the logs");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private string FilePath => Path.Combine(settings.Data, "keys", "anchor.json");

    private string KeyPath => Path.Combine(settings.Data, "keys", "anchor.key");

    public AnchorRead Read()
    {
        if (!File.Exists(FilePath))
        {
            return new(null, IsForged: false);
        }

        try
        {
            var lines = File.ReadAllLines(FilePath);
            var isOurs =
                File.Exists(KeyPath)
                && lines is [var text, var code]
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(code),
                    Encoding.ASCII.GetBytes(CodeOf(text))
                );
            return isOurs
                ? new(JsonSerializer.Deserialize<ChainMarks>(lines[0], Json), IsForged: false)
                : new(null, IsForged: true);
        }
        catch (Exception damaged) when (damaged is JsonException or FormatException)
        {
            return new(null, IsForged: true);
        }
    }

    /// <summary>
    /// Moves the anchor on to the last lines; never when the lines of the old one are gone, or the next
    /// anchor would hide it.
    /// </summary>
    /// <returns>False when it stays because the logs do not fit it.</returns>
    public async Task<bool> KeepAsync(CancellationToken cancel = default)
    {
        await using var db = database.Open(Anchors);
        var before = Read();
        if (before.IsForged || !await FitsAsync(db, before.Marks, cancel))
        {
            log.LogError("The logs do not fit their anchor: see lms doctor");
            return false;
        }

        var marks = new ChainMarks(
            await db
                .Audit.Where(entry => entry.Hash != null)
                .OrderByDescending(entry => entry.Position)
                .Select(entry => new ChainMark(entry.Position, entry.Hash!))
                .FirstOrDefaultAsync(cancel),
            await db
                .IssueLog.OrderByDescending(line => line.Position)
                .Select(line => new ChainMark(line.Position, line.Hash))
                .FirstOrDefaultAsync(cancel),
            time.Now()
        );
        if (marks.Audit != before.Marks?.Audit || marks.Issues != before.Marks?.Issues)
        {
            var text = JsonSerializer.Serialize(marks, Json);
            DataFolder.Replace(FilePath, $"{text}\n{CodeOf(text)}\n");
        }

        return true;
    }

    private static async Task<bool> FitsAsync(
        LmsDbContext db,
        ChainMarks? marks,
        CancellationToken cancel
    ) =>
        (
            marks?.Audit is not { } audit
            || await db.Audit.AnyAsync(
                entry => entry.Position == audit.Position && entry.Hash == audit.Hash,
                cancel
            )
        )
        && (
            marks?.Issues is not { } issues
            || await db.IssueLog.AnyAsync(
                line => line.Position == issues.Position && line.Hash == issues.Hash,
                cancel
            )
        );

    private string CodeOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Key(), Encoding.UTF8.GetBytes(text)));

    private byte[] Key()
    {
        if (!File.Exists(KeyPath))
        {
            DataFolder.Replace(
                KeyPath,
                Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(KeyBytes))
            );
        }

        return Convert.FromHexString(File.ReadAllText(KeyPath).Trim());
    }
}
