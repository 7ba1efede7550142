using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Tables;
using Lms.Web.Mail;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Manage.Reports;

/// <summary>
/// Sends the links of saved views on their days, by day: each (view, day) at most once, because the
/// letter's event is unique and the next day is set in the same write. No figure stands in a letter.
/// </summary>
[DisallowConcurrentExecution]
public sealed class SendSavedReports(
    LmsDbContext db,
    LmsDatabase database,
    IEnumerable<LiveReport> reports,
    OrganisationPack pack,
    LmsSettings settings,
    SiteName site,
    TimeProvider time
) : IJob
{
    private const int Morning = 8;
    private const int Evening = 20;

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    /// <returns>How many letters were written.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        if (TimeZoneInfo.ConvertTime(now, pack.TimeZone).Hour is < Morning or >= Evening)
        {
            return 0;
        }

        var today = pack.DayOf(now);
        var due = await db
            .SavedReports.Where(one => one.NextOn != null && one.NextOn <= today)
            .Select(one => one.Id)
            .ToListAsync(cancel);
        var sent = 0;
        foreach (var id in due)
        {
            sent += await SendAsync(id, today, cancel) ? 1 : 0;
        }

        return sent;
    }

    private async Task<bool> SendAsync(SavedReportId id, DateOnly today, CancellationToken cancel)
    {
        var view = await db
            .SavedReports.AsNoTracking()
            .FirstOrDefaultAsync(one => one.Id == id, cancel);
        if (view?.NextOn is not { } day || day > today)
        {
            return false;
        }

        var viewer = await ViewerAsync(view.AccountId, today, cancel);
        if (viewer is not null && !Follows(viewer, view, today))
        {
            viewer = null;
        }

        var isEmpty = viewer is not null && await IsEmptyAsync(view, viewer, today, cancel);
        return await db.WriteAsync(
            async () =>
            {
                db.ChangeTracker.Clear();
                var row = await db.SavedReports.FirstOrDefaultAsync(one => one.Id == id, cancel);
                if (row?.NextOn != day)
                {
                    return false;
                }

                row.NextOn = SavedReports.Next(row.Rhythm, today);
                var to = await db
                    .Accounts.Where(one => one.Id == row.AccountId && one.DeactivatedAt == null)
                    .Select(one => one.Email)
                    .FirstOrDefaultAsync(cancel);
                // Whoever has lost the right or the territory, or has no address, gets nothing.
                if (viewer is not null && to is not null)
                {
                    db.OutgoingMail.Add(Letter(row, day, to, isEmpty));
                }

                await db.SaveChangesAsync(cancel);
                return viewer is not null && to is not null;
            },
            cancel
        );
    }

    private OutgoingMail Letter(SavedReport view, DateOnly day, string to, bool isEmpty)
    {
        var texts = Texts.In(pack.Languages[0]);
        var now = time.Now();
        return new()
        {
            Id = new(time.NewId()),
            Event = string.Create(
                CultureInfo.InvariantCulture,
                $"saved-report:{view.Id.Value:N}:{day:yyyy-MM-dd}"
            ),
            To = to,
            Subject = texts.Fill("manage.reports.mail.subject", site.In(texts)),
            Body = texts.Fill(
                isEmpty ? "manage.reports.mail.empty" : "manage.reports.mail.body",
                view.Name,
                new Uri(settings.Site.Uri, view.Address)
            ),
            CreatedAt = now,
            NotBefore = now,
        };
    }

    // With the reader's own rights, as they are today; what is lent to a deputy is looked at, not sent.
    private async Task<Viewer?> ViewerAsync(
        AccountId account,
        DateOnly today,
        CancellationToken cancel
    )
    {
        var held = await db
            .Grants.Where(grant =>
                grant.AccountId == account
                && grant.Role == AccessRole.Manager
                && grant.DeputyOf == null
            )
            .Select(grant => new HeldGrant(grant.Role, grant.Territory, grant.From, grant.To))
            .ToListAsync(cancel);
        var viewer = Viewer.Of(account, null, held, today, pack.Territories);
        return viewer.Has(AccessRole.Manager) ? viewer : null;
    }

    private async Task<bool> IsEmptyAsync(
        SavedReport view,
        Viewer viewer,
        DateOnly today,
        CancellationToken cancel
    )
    {
        // Of coverage a letter says nothing, not even that: it is told after a fresh sign-in alone.
        // What a system-wide reader would count is never counted here: the scope is the viewer's.
        var (report, choice) = Read(view, today);
        if (report is null)
        {
            return false;
        }

        await using var own = database.Open(viewer);
        var rows = await report.ReadAsync(
            ReportReader.Of(own, viewer, choice, pack, Texts.In(pack.Languages[0])),
            cancel
        );
        return await rows.CountAsync(cancel) == 0;
    }

    // A link to a territory that is none of the reader's any more would answer that there is none.
    private bool Follows(Viewer viewer, SavedReport view, DateOnly today)
    {
        var (report, choice) = Read(view, today);
        return report is null
            ? choice.Within is not { } code || viewer.Follows(code, pack.Territories)
            : report.Follows(choice, viewer, pack);
    }

    // Coverage is no live report; its territory stands in its address by the same name.
    private (LiveReport? Report, ReportChoice Choice) Read(SavedReport view, DateOnly today)
    {
        var (path, query) = view.Address.Split('?', 2) is [var before, var after]
            ? (before, QueryHelpers.ParseQuery(after))
            : (view.Address, []);
        return (
            reports.FirstOrDefault(one => path == $"/manage/reports/{one.Code}"),
            ReportChoice.Of(
                key => query.TryGetValue(key, out var value) ? value.ToString() : null,
                today
            )
        );
    }
}
