using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Lms.Web.Access;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Audit;

/// <summary>An entry as a line of the copy: surrogates and hashes, nobody's name.</summary>
public sealed record LogLine(
    long Position,
    DateTimeOffset At,
    string Action,
    Guid? Actor,
    Guid? Subject,
    string Detail,
    string? PreviousHash,
    string? Hash
);

/// <summary>
/// Writes the entries out as JSON lines (jsonlines.org), oldest first: whoever holds an old copy can
/// check the chain of a newer one against it.
/// </summary>
public sealed class ExportLog(AuditReads reads)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task RunAsync(AuditFilter filter, HttpResponse response, DateOnly today)
    {
        var cancel = response.HttpContext.RequestAborted;
        var entries = await reads.FilteredAsync(filter);
        var count = await entries.LongCountAsync(cancel);
        await reads.RecordAsync(
            AuditAction.AuditExported,
            $"{count.ToString(CultureInfo.InvariantCulture)} {filter.Words}".Trim()
        );
        response.ContentType = "application/jsonl; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=log-{today:yyyy-MM-dd}.jsonl";
        response.Headers.CacheControl = "no-store";
        await foreach (
            var entry in entries
                .OrderBy(entry => entry.Position)
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
        {
            await JsonSerializer.SerializeAsync(response.Body, LineOf(entry), Readable, cancel);
            await response.Body.WriteAsync("\n"u8.ToArray(), cancel);
        }
    }

    private static LogLine LineOf(AuditEntry entry) =>
        new(
            entry.Position,
            entry.At,
            entry.Action.ToString(),
            entry.Actor?.Value,
            entry.Subject?.Value,
            entry.Detail,
            entry.PreviousHash,
            entry.Hash
        );
}
