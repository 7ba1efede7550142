using System.Globalization;
using Lms.Domain.Reports;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Manage.Reports.Standing;

public abstract record FreezeAnswer
{
    public sealed record Frozen(StandingReportId Id) : FreezeAnswer;

    /// <summary>No such territory within the asker's scope.</summary>
    public sealed record UnknownTerritory : FreezeAnswer;

    /// <summary>Not begun yet, or no quarter at all.</summary>
    public sealed record NoQuarter : FreezeAnswer;

    /// <summary>A supplement says what it corrects.</summary>
    public sealed record NeedsReason : FreezeAnswer;
}

/// <summary>Works a report out once and keeps it: what comes later makes a supplement.</summary>
public sealed class FreezeReport(
    LmsDbContext db,
    LmsDatabase database,
    StandingFigures figures,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    public const int LongestProject = 100;
    public const int LongestReason = 500;

    private static readonly Viewer Writer = Viewer.System("freeze a report");

    public async Task<FreezeAnswer> RunAsync(
        ReportAudience audience,
        TerritoryCode territory,
        Quarter? quarter,
        string? project,
        CancellationToken cancel
    ) =>
        !IsInScope(territory) ? new FreezeAnswer.UnknownTerritory()
        : quarter is not { } asked || asked.From > pack.DayOf(time.Now())
            ? new FreezeAnswer.NoQuarter()
        : await FreezeAsync(
            audience,
            territory,
            asked,
            Cut(project, LongestProject),
            null,
            "",
            cancel
        );

    /// <summary>Null when there is no such report in the asker's scope.</summary>
    public async Task<FreezeAnswer?> SupplementAsync(
        StandingReportId id,
        string? reason,
        CancellationToken cancel
    )
    {
        var first = await db
            .StandingReports.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (first is null || !IsInScope(first.Territory))
        {
            return null;
        }

        return Cut(reason, LongestReason) is not { } why
            ? new FreezeAnswer.NeedsReason()
            : await FreezeAsync(
                first.Audience,
                first.Territory,
                Quarter.Of(first.From),
                first.Project,
                first.Supplements ?? first.Id,
                why,
                cancel
            );
    }

    private bool IsInScope(TerritoryCode territory) =>
        pack.Territories.Find(territory) is not null
        && (current.Viewer.SeesEveryone || current.Viewer.Territories.Contains(territory));

    private async Task<FreezeAnswer> FreezeAsync(
        ReportAudience audience,
        TerritoryCode territory,
        Quarter quarter,
        string? project,
        StandingReportId? supplements,
        string reason,
        CancellationToken cancel
    )
    {
        var cutOff = time.Now();
        var content = await figures.RunAsync(audience, territory, quarter, project, cutOff, cancel);
        var json = content.ToJson();
        // The register counts every report, those beyond the asker's scope too.
        await using var all = database.Open(Writer);
        var id = new StandingReportId(time.NewId());
        await all.WriteAsync(
            async () =>
            {
                all.ChangeTracker.Clear();
                var report = new StandingReport
                {
                    Id = id,
                    Number =
                        (await all.StandingReports.MaxAsync(one => (int?)one.Number, cancel) ?? 0)
                        + 1,
                    Audience = audience,
                    Territory = territory,
                    From = quarter.From,
                    Until = quarter.Until,
                    CutOffAt = cutOff,
                    Project = project,
                    Content = json,
                    ContentHash = StandingContent.HashOf(json),
                    Supplements = supplements,
                    Reason = reason,
                    By = current.Viewer.Account!.Value.Actor,
                };
                all.StandingReports.Add(report);
                all.Audit.Add(
                    new AuditEntry
                    {
                        At = cutOff,
                        Action = AuditAction.ReportFrozen,
                        Actor = current.Viewer.Account,
                        Detail = string.Create(
                            CultureInfo.InvariantCulture,
                            $"{report.Number} {audience} {territory} {quarter}"
                        ),
                    }
                );
                await all.SaveChangesAsync(cancel);
            },
            cancel
        );
        return new FreezeAnswer.Frozen(id);
    }

    private static string? Cut(string? written, int longest) =>
        written?.Trim() is { Length: > 0 } text
            ? text.Length > longest
                ? text[..longest]
                : text
            : null;
}
