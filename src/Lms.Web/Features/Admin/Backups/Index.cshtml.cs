using Lms.Web.Access;
using Lms.Web.Backups;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Backups;

/// <summary>
/// The backups there are, how old and how sound. They are not downloaded here: whoever has a backup and
/// the key has every person.
/// </summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    BackupFolder folder,
    MakeBackup make,
    CheckBackup check,
    LmsDbContext db,
    CurrentViewer current,
    LmsSettings settings,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<KeptBackup> All { get; private set; } = [];

    public KeptBackup? LastGood => All.FirstOrDefault(backup => backup.IsGood);

    public BackupCheck? Drill { get; private set; }

    public bool IsAlarming => BackupTimes.IsAlarming(LastGood?.At, time.Now());

    public int Hour => settings.Backup.Hour;

    public string Folder => folder.Path;

    [TempData]
    public string? Told { get; set; }

    [TempData]
    public string? Refused { get; set; }

    public void OnGet()
    {
        All = folder.All();
        Drill = folder.LastDrill();
    }

    public Task<IActionResult> OnPostMakeAsync() =>
        TryAsync(async texts =>
        {
            var made = await make.RunAsync();
            await RecordAsync(AuditAction.BackupMade, made.Name);
            Told = texts["admin.backups.make.done"];
        });

    public async Task<IActionResult> OnPostCheckAsync(string? name) =>
        folder.Find(name ?? "") is { } found
            ? await TryAsync(async texts =>
            {
                var outcome = await check.RunAsync(found);
                await RecordAsync(
                    AuditAction.BackupChecked,
                    $"{found.Name} {(outcome.Fault is null ? "ok" : "failed")}"
                );
                Told = outcome.Fault is null ? texts["admin.backups.check.done"] : null;
            })
            : NotFound();

    public string Moment(DateTimeOffset at, Texts texts) =>
        TimeZoneInfo.ConvertTime(at, pack.TimeZone).ToString("d MMMM yyyy, HH:mm", texts.Culture);

    public string Age(DateTimeOffset at, Texts texts)
    {
        var age = time.Now() - at;
        return age.TotalHours < 48
            ? texts.Fill("admin.backups.age.hours", (int)Math.Max(0, age.TotalHours))
            : texts.Fill("admin.backups.age.days", (int)age.TotalDays);
    }

    public string State(KeptBackup backup, Texts texts) =>
        backup.Check switch
        {
            null => texts["admin.backups.state.unknown"],
            { Fault: not null } => texts["admin.backups.state.bad"],
            { IsDrill: true } seen => texts.Fill(
                "admin.backups.state.restored",
                Moment(seen.At, texts)
            ),
            _ => texts["admin.backups.state.read"],
        };

    private async Task<IActionResult> TryAsync(Func<Texts, Task> work)
    {
        try
        {
            await work(HttpContext.Texts());
        }
        catch (BackupRefused refused)
        {
            Refused = refused.In(HttpContext.Texts().Language);
        }

        return LocalRedirect("/admin/backups");
    }

    private Task RecordAsync(AuditAction action, string detail) =>
        BackupAudit.RecordAsync(db, action, detail, time.Now(), current.Viewer.Account);
}
