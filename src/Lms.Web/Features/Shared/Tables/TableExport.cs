using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Pdf;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Features.Shared.Tables;

public enum ExportFormat
{
    Csv,
    Xlsx,
    Pdf,
}

public abstract record ExportAnswer
{
    public sealed record Given(IActionResult File) : ExportAnswer;

    /// <summary>A list of people is taken for a reason.</summary>
    public sealed record NeedsReason : ExportAnswer;

    /// <summary>On paper nobody reads so many rows.</summary>
    public sealed record TooLong : ExportAnswer;
}

/// <summary>Gives a table away as a file: written down with its count, and marked with who asked.</summary>
public sealed class TableExport(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    private const int LongestReason = 200;

    public static ExportFormat? Read(string? format) =>
        format switch
        {
            "csv" => ExportFormat.Csv,
            "xlsx" => ExportFormat.Xlsx,
            "pdf" => ExportFormat.Pdf,
            _ => null,
        };

    public Task<ExportAnswer> RunAsync(
        ReportTable table,
        int count,
        IAsyncEnumerable<ReportCell[]> rows,
        ExportFormat format,
        string? reason,
        Texts texts
    ) => RunAsync(table, () => Task.FromResult(count), rows, format, reason, texts);

    /// <param name="count">Asked where the rows begin to arrive before the last of them is read.</param>
    public async Task<ExportAnswer> RunAsync(
        ReportTable table,
        Func<Task<int>> count,
        IAsyncEnumerable<ReportCell[]> rows,
        ExportFormat format,
        string? reason,
        Texts texts
    )
    {
        var why = reason?.Trim() ?? "";
        if (table.NamesPeople && why.Length == 0)
        {
            return new ExportAnswer.NeedsReason();
        }

        why = why.Length > LongestReason ? why[..LongestReason] : why;
        if (format == ExportFormat.Xlsx)
        {
            // It is whole before its first byte leaves, and has counted itself.
            return new ExportAnswer.Given(
                new TableFile(
                    $"{table.Name}.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    (to, cancel) =>
                        XlsxTable.WriteAsync(to, table, rows, MarkedAsync, texts, cancel)
                )
            );
        }

        var counted = await count();
        if (format == ExportFormat.Pdf && counted > PdfTable.MostRows)
        {
            return new ExportAnswer.TooLong();
        }

        var marks = await MarkedAsync(counted);
        rows = rows.Take(counted);
        return new ExportAnswer.Given(
            format == ExportFormat.Csv
                ? new TableFile(
                    $"{table.Name}.csv",
                    "text/csv; charset=utf-8",
                    (to, cancel) => CsvTable.WriteAsync(to, table, rows, marks, texts, cancel)
                )
                : new TableFile(
                    $"{table.Name}.pdf",
                    "application/pdf",
                    async (to, cancel) =>
                        await to.WriteAsync(
                            Pdf(table, await rows.ToListAsync(cancel), marks, texts),
                            cancel
                        )
                )
        );

        async Task<IReadOnlyList<string>> MarkedAsync(int all)
        {
            var told = await MarksAsync(all, texts);
            await RecordAsync(table, all, format, why);
            return told;
        }
    }

    /// <summary>«Копію взяла …, 23 листопада 2026, 12:00; рядків: 51».</summary>
    public async Task<IReadOnlyList<string>> MarksAsync(int count, Texts texts)
    {
        var viewer = current.Viewer;
        var person = await db
            .People.Where(one => one.Id == viewer.Person)
            .Select(one => one.Name)
            .FirstOrDefaultAsync();
        var name =
            person?.Full
            ?? await db
                .Accounts.Where(one => one.Id == viewer.Account)
                .Select(one => one.UserName)
                .FirstOrDefaultAsync()
            ?? "";
        var local = TimeZoneInfo.ConvertTime(time.Now(), pack.TimeZone);
        var hour = local.ToString("HH:mm", CultureInfo.InvariantCulture);
        var day = texts.Day(DateOnly.FromDateTime(local.DateTime));
        return [texts.Fill("shared.table.mark", name, day, hour, count)];
    }

    private byte[] Pdf(
        ReportTable table,
        IReadOnlyList<ReportCell[]> rows,
        IReadOnlyList<string> marks,
        Texts texts
    )
    {
        var id = SHA256
            .HashData(Encoding.UTF8.GetBytes($"{table.Name} {marks[0]}"))
            .AsMemory(0, 16);
        return PdfTable.Of(
            new(table.Title, pack.Name.In(texts.Language), texts.Language, time.Now(), id),
            [(table, rows)],
            [],
            marks,
            texts
        );
    }

    private async Task RecordAsync(ReportTable table, int count, ExportFormat format, string reason)
    {
        var what = string.Create(
            CultureInfo.InvariantCulture,
            $"{table.Name} {format.ToString().ToLowerInvariant()} {count}"
        );
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action =
                    table.Exported
                    ?? (
                        table.NamesPeople
                            ? AuditAction.NamedListExported
                            : AuditAction.ReportExported
                    ),
                Actor = current.Viewer.Account,
                Detail = reason.Length > 0 ? $"{what}: {reason}" : what,
            }
        );
        await db.SaveChangesAsync();
    }
}

/// <summary>A file written as it goes: never whole in memory, never kept by anyone between.</summary>
internal sealed class TableFile(
    string name,
    string type,
    Func<Stream, CancellationToken, Task> write
) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        response.ContentType = type;
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.CacheControl = "private, no-store";
        await write(response.Body, context.HttpContext.RequestAborted);
    }
}
