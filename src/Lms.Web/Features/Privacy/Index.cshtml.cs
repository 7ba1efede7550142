using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Privacy;

/// <summary>The notice for anyone; one's own data for who is signed in.</summary>
[AllowAnonymous]
[FreshSignIn(SendingAlone = true)]
[Paced(Pace.Mail)]
public sealed class IndexModel(
    LmsDbContext db,
    CurrentViewer current,
    OrganisationPack pack,
    LmsSettings settings,
    AskErasure ask,
    ExportPerson export,
    ErasePerson erase,
    TimeProvider time
) : PageModel
{
    /// <summary>«I know what goes»: without it nothing is asked for.</summary>
    [BindProperty]
    public bool Sure { get; set; }

    public OrganisationPack Pack => pack;

    public bool IsSignedIn => current.Viewer.IsSignedIn;

    public bool HasPerson => current.Viewer.Person is not null;

    /// <summary>The wish that stands; null when there is none.</summary>
    public Erasure? Wish { get; private set; }

    public bool IsLastAdministrator { get; private set; }

    public int Days => settings.Retention.ErasureDays;

    public bool IsUnsure { get; private set; }

    /// <summary>There was no wish left to take back.</summary>
    public bool IsTooLate { get; private set; }

    public async Task OnGetAsync()
    {
        await ReadAsync();
        await KeepSeenAsync();
    }

    /// <summary>Written as it is read: the archive is never kept.</summary>
    public async Task<IActionResult> OnPostExportAsync(CancellationToken cancel)
    {
        var viewer = current.Viewer;
        if (
            viewer.Account is not { } account
            || await export.FindAsync(viewer.Person, account, cancel) is not { } who
        )
        {
            return Challenge();
        }

        Response.ContentType = "application/zip";
        Response.Headers.ContentDisposition = "attachment; filename=my-data.zip";
        Response.Headers.CacheControl = "private, no-store";
        await export.WriteAsync(Response.Body, who, account, HttpContext.Texts(), cancel);
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAskAsync()
    {
        if (current.Viewer is not { Person: { } person, Account: { } account })
        {
            return Challenge();
        }

        if (!Sure)
        {
            IsUnsure = true;
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await ask.AskAsync(person, account, HttpContext.Texts());
        return LocalRedirect("/account/privacy#erasure");
    }

    public async Task<IActionResult> OnPostTakeBackAsync()
    {
        if (current.Viewer is not { Person: { } person, Account: { } account })
        {
            return Challenge();
        }

        if (!await ask.TakeBackAsync(person, account))
        {
            IsTooLate = true;
            await ReadAsync();
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return LocalRedirect("/account/privacy#erasure");
    }

    private async Task ReadAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return;
        }

        Wish = await AskErasure.Open(db, person).AsNoTracking().FirstOrDefaultAsync();
        IsLastAdministrator =
            current.Viewer.Has(AccessRole.Admin)
            && await erase.MayAsync(person) is ErasureAnswer.LastAdministrator;
    }

    // Who opens it has been shown it: a fact, not a consent.
    private async Task KeepSeenAsync()
    {
        var version = pack.Notice.Version;
        if (current.Viewer.Person is not { } person || version == 0)
        {
            return;
        }

        await db.WriteAsync(async () =>
        {
            if (
                !await db.NoticesSeen.AnyAsync(seen =>
                    seen.PersonId == person && seen.Version == version
                )
            )
            {
                db.NoticesSeen.Add(
                    new()
                    {
                        PersonId = person,
                        Version = version,
                        SeenAt = time.Now(),
                    }
                );
                await db.SaveChangesAsync();
            }
        });
    }
}
