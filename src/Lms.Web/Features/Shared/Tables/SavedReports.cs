using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Tables;

/// <summary>The form that keeps a view.</summary>
/// <param name="Action">Where it is sent.</param>
public sealed record SaveViewForm(string Action, string Name);

/// <summary>The views an account keeps: its own alone, by the scope of the database.</summary>
public sealed class SavedReports(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
)
{
    private const int LongestName = 100;
    private const int MostOfOne = 50;

    public static string RhythmWords(ReportRhythm rhythm) =>
        rhythm switch
        {
            ReportRhythm.Never => "shared.view.rhythm.never",
            ReportRhythm.Weekly => "shared.view.rhythm.weekly",
            ReportRhythm.Monthly => "shared.view.rhythm.monthly",
            ReportRhythm.Quarterly => "shared.view.rhythm.quarterly",
        };

    /// <summary>Null when it goes out never.</summary>
    public static DateOnly? Next(ReportRhythm rhythm, DateOnly day) =>
        rhythm switch
        {
            ReportRhythm.Never => null,
            // Mondays, and the first days of months and quarters.
            ReportRhythm.Weekly => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
            ReportRhythm.Monthly => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
            ReportRhythm.Quarterly => Quarter.Of(day).Until.AddDays(1),
        };

    public async Task<IReadOnlyList<SavedReport>> AllAsync() =>
        await db
            .SavedReports.Where(one => one.AccountId == current.Viewer.Account)
            .OrderBy(one => one.SavedAt)
            .AsNoTracking()
            .ToListAsync();

    /// <returns>False when the account keeps as many as it may.</returns>
    public Task<bool> SaveAsync(string name, string address, ReportRhythm rhythm) =>
        db.WriteAsync(async () =>
        {
            var account = current.Viewer.Account!.Value;
            if (await db.SavedReports.CountAsync(one => one.AccountId == account) >= MostOfOne)
            {
                return false;
            }

            var now = time.Now();
            db.SavedReports.Add(
                new()
                {
                    Id = new(time.NewId()),
                    AccountId = account,
                    Name = name.Length > LongestName ? name[..LongestName] : name,
                    Address = address,
                    Rhythm = rhythm,
                    NextOn = Next(rhythm, pack.DayOf(now)),
                    SavedAt = now,
                }
            );
            await db.SaveChangesAsync();
            return true;
        });

    /// <returns>False when it is not one's own, or not there.</returns>
    public async Task<bool> RemoveAsync(SavedReportId id)
    {
        var own = await db.SavedReports.FirstOrDefaultAsync(one =>
            one.Id == id && one.AccountId == current.Viewer.Account
        );
        if (own is null)
        {
            return false;
        }

        db.SavedReports.Remove(own);
        await db.SaveChangesAsync();
        return true;
    }
}
