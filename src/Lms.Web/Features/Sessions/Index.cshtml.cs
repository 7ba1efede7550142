using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Meeting;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Sessions;

/// <summary>Sessions to come, those without a date yet, and those that were; of one course or of all.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    SessionsOf sessions,
    SessionRows rows,
    PublishedCourses courses,
    KeepFeed feeds,
    CurrentViewer current,
    LmsSettings settings,
    TimeProvider time
) : PageModel
{
    private const int MostPast = 50;

    public IReadOnlyList<SessionRow> Mine { get; private set; } = [];

    public IReadOnlyList<SessionRow> Others { get; private set; } = [];

    public IReadOnlyList<SessionRow> Undated { get; private set; } = [];

    public IReadOnlyList<SessionRow> Past { get; private set; } = [];

    /// <summary>Courses that have sessions.</summary>
    public IReadOnlyList<PublishedCourse> Courses { get; private set; } = [];

    public PublishedCourse? Course { get; private set; }

    /// <summary>Of a calendar just made: shown once.</summary>
    public Uri? Feed { get; private set; }

    /// <summary>There is one that can be switched off.</summary>
    public bool HasFeed { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public bool MayHaveFeed => current.Viewer.Person is not null;

    public bool IsManager => current.Viewer.Has(AccessRole.Manager);

    public async Task OnGetAsync(string? course) => await ShowAsync(course);

    public async Task<IActionResult> OnPostFeedAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        Feed = new Uri(settings.Site.Uri, $"/calendar/{await feeds.MakeAsync(person)}.ics");
        await ShowAsync(null);
        return Page();
    }

    public async Task<IActionResult> OnPostSwitchOffAsync()
    {
        if (current.Viewer.Person is not { } person)
        {
            return NotFound();
        }

        await feeds.EndAsync(person);
        Told = HttpContext.Texts()["sessions.feed.ended"];
        return LocalRedirect("/sessions");
    }

    private async Task ShowAsync(string? course)
    {
        var now = time.Now();
        HasFeed = current.Viewer.Person is { } person && await feeds.HasAsync(person);
        Course = course is null ? null : await courses.FindAsync(course);
        var all = await sessions.AllAsync(current.Viewer.Person, null);
        Courses =
        [
            .. (await courses.AllAsync()).Where(known =>
                all.Any(one => one.Session.CourseId == known.Id)
            ),
        ];
        var shown = await rows.OfAsync(
            [.. all.Where(one => Course is null || one.Session.CourseId == Course.Id)],
            SessionRows.PageOf
        );
        var ahead = shown
            .Where(row => row.Seen.IsAheadAt(now))
            .OrderBy(row => row.Seen.Session.StartsAt)
            .ToList();
        Mine = ahead.FindAll(row => row.Seen.IsMine);
        Others = ahead.FindAll(row => !row.Seen.IsMine && row.Seen.Session.StartsAt is not null);
        Undated = ahead.FindAll(row => !row.Seen.IsMine && row.Seen.Session.StartsAt is null);
        Past =
        [
            .. shown
                .Where(row =>
                    !row.Seen.IsAheadAt(now)
                    && (row.Seen.Session.State != SessionState.Cancelled || row.Seen.IsMine)
                )
                .Take(MostPast),
        ];
    }
}
