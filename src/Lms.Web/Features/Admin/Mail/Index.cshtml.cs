using System.Globalization;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Mail;

/// <summary>A letter without what it says.</summary>
/// <param name="About">The first word of its event: what kind of letter it is.</param>
public sealed record LetterRow(
    MailId Id,
    string About,
    string To,
    DateTimeOffset CreatedAt,
    DateTimeOffset? HandedOverAt,
    DateTimeOffset? SentAt,
    int Failures
)
{
    public MailState State => MailStates.Of(HandedOverAt, SentAt, Failures);
}

/// <summary>The queue of letters, the newest first; nobody reads here what they say.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    LmsDbContext db,
    SettleLetter settle,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public const int PerPage = 50;

    public MailState? State { get; private set; }

    public int Number { get; private set; } = 1;

    public int Pages { get; private set; } = 1;

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } =
        new Dictionary<MailState, int>();

    public IReadOnlyList<LetterRow> Letters { get; private set; } = [];

    /// <summary>The letter whose reason is missing, and what was typed; null when none.</summary>
    public (Guid Id, string? Reason)? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public Task OnGetAsync(MailState? state, int p = 1) => ShowAsync(state, p);

    public Task<IActionResult> OnPostAgainAsync(Guid id, string? reason, MailState? state) =>
        SettledAsync(
            settle.TryAgainAsync(new(id), reason),
            id,
            reason,
            state,
            "admin.queue.again.done"
        );

    public Task<IActionResult> OnPostGiveUpAsync(Guid id, string? reason, MailState? state) =>
        SettledAsync(
            settle.GiveUpAsync(new(id), reason),
            id,
            reason,
            state,
            "admin.queue.give-up.done"
        );

    public string Address(MailState? state, int number) =>
        "/admin/mail"
        + (state is null && number <= 1 ? "" : "?")
        + (state is { } one ? $"state={one}" : "")
        + (state is not null && number > 1 ? "&" : "")
        + (number > 1 ? string.Create(CultureInfo.InvariantCulture, $"p={number}") : "");

    public string Moment(DateTimeOffset at) =>
        TimeZoneInfo
            .ConvertTime(at, pack.TimeZone)
            .ToString("d MMMM yyyy, HH:mm", HttpContext.Texts().Culture);

    private async Task<IActionResult> SettledAsync(
        Task<LetterAnswer> answer,
        Guid id,
        string? reason,
        MailState? state,
        string words
    )
    {
        switch (await answer)
        {
            case LetterAnswer.Done:
                Told = HttpContext.Texts()[words];
                return LocalRedirect(Address(state, 1));
            case LetterAnswer.Unknown:
                return NotFound();
            case LetterAnswer.BadReason:
                break;
        }

        Refused = (id, reason);
        await ShowAsync(state, 1);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task ShowAsync(MailState? state, int number)
    {
        State = state;
        var counts = new Dictionary<MailState, int>();
        foreach (var one in Enum.GetValues<MailState>())
        {
            counts[one] = await db.OutgoingMail.CountAsync(MailStates.Is(one));
        }

        Counts = counts;
        var found = state is { } only ? counts[only] : counts.Values.Sum();
        Pages = Math.Max(1, (found + PerPage - 1) / PerPage);
        Number = Math.Clamp(number, 1, Pages);
        var letters = db.OutgoingMail.AsNoTracking();
        letters = state is { } chosen ? letters.Where(MailStates.Is(chosen)) : letters;
        var rows = await letters
            .OrderByDescending(mail => mail.CreatedAt)
            .ThenBy(mail => mail.Id)
            .Skip((Number - 1) * PerPage)
            .Take(PerPage)
            .Select(mail => new LetterRow(
                mail.Id,
                mail.Event,
                mail.To,
                mail.CreatedAt,
                mail.HandedOverAt,
                mail.SentAt,
                mail.Failures
            ))
            .ToListAsync();
        Letters = [.. rows.Select(row => row with { About = row.About.Split(':')[0] })];
        db.Audit.Add(
            new AuditEntry
            {
                At = time.Now(),
                Action = AuditAction.MailQueueLooked,
                Actor = current.Viewer.Account,
                Detail = Letters.Count.ToString(CultureInfo.InvariantCulture),
            }
        );
        await db.SaveChangesAsync();
    }
}
