using Lms.Domain.Requirements;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Assigning;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Assignments.Announcing;

/// <summary>What people must read: written here, and how many have.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    AnnouncementReads reads,
    PublishAnnouncement publish,
    Choices choices,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public IReadOnlyList<PublishedRow> All { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Roles { get; private set; } = [];

    public bool FollowsAll => choices.FollowsAll;

    [BindProperty]
    public string? Heading { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Within { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public Guid Operation { get; set; }

    public FormFaults Faults { get; } = new();

    [TempData]
    public string? Told { get; set; }

    public async Task OnGetAsync()
    {
        Operation = time.NewId();
        await ShowAsync();
        if (Territories is [var only, ..] && !choices.FollowsAll && Territories.Count == 1)
        {
            Within = only.Value;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var texts = HttpContext.Texts();
        var (title, body) = (Heading?.Trim() ?? "", Text?.Trim() ?? "");
        TerritoryCode? place = string.IsNullOrEmpty(Within) ? null : new TerritoryCode(Within);
        if (title.Length is 0 or > AnnouncementText.LongestTitle)
        {
            Faults.Add("heading", "manage.announce.fault.title");
        }

        if (body.Length is 0 or > AnnouncementText.LongestBody)
        {
            Faults.Add("text", "manage.announce.fault.text");
        }
        else
        {
            foreach (var words in AnnouncementText.Faults(body, pack, texts))
            {
                Faults.Say("text", words);
            }
        }

        if (!choices.Follows(place))
        {
            Faults.Add("within", "manage.rule.fault.place");
        }

        if (Faults.Any || Operation == Guid.Empty)
        {
            await ShowAsync();
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        await publish.RunAsync(
            new(Operation),
            title,
            body,
            place,
            pack.StaffRole(Role ?? "")?.Code
        );
        Told = texts["manage.announce.published"];
        return LocalRedirect("/manage/assignments/announcements");
    }

    public string PlaceOf(Announcement one) => HttpContext.Texts().ScopeWords(pack, one.Within);

    public string RoleOf(string code) =>
        pack.StaffRole(code)?.Name.In(HttpContext.Texts().Language) ?? code;

    public string DayOf(DateTimeOffset at) => HttpContext.Texts().Day(pack.DayOf(at));

    private async Task ShowAsync()
    {
        var texts = HttpContext.Texts();
        Territories = choices.Territories(texts);
        Roles = choices.Roles(texts);
        All = await reads.AllAsync();
    }
}
