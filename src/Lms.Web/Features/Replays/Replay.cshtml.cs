using Lms.Domain.Courses;
using Lms.Domain.Live;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Attending;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Replays;

/// <summary>
/// The look back: a page that reads as a transcript and weighs a few kilobytes; its script makes a
/// player of it. For those who had a seat and those who led.
/// </summary>
public sealed class ReplayModel(
    SessionVisits visits,
    ReplayReads reads,
    RecordingFiles files,
    CutMedia media,
    PublishedCourses courses,
    CurrentViewer current,
    OrganisationPack pack
) : PageModel
{
    private SessionLog log = null!;
    private IReadOnlyList<Slide> deck = [];

    public SessionVisit Visit { get; private set; } = null!;

    public LiveSession Session => log.Session;

    public Replay Replay { get; private set; } = null!;

    /// <summary>Only words: no slides, no media, no script.</summary>
    public bool IsTextOnly { get; private set; }

    public bool IsRunning => !log.IsOver;

    /// <summary>How far it can be played: while the session runs, as far as the files reach.</summary>
    public long Until { get; private set; }

    /// <summary>More of it will come: more files, or the whole ones.</summary>
    public bool IsGrowing => Session.State != SessionState.Published;

    /// <summary>Names of the files that there are.</summary>
    public IReadOnlyList<string> Tracks { get; private set; } = [];

    /// <summary>Null for those who have no seat, and while the session runs.</summary>
    public MakingUpState? MakingUp { get; private set; }

    [TempData]
    public string? Told { get; set; }

    public string Address => $"/sessions/{Session.Id.Value}/replay";

    public async Task<IActionResult> OnGetAsync(Guid session, [FromServices] MakeUp makeUp)
    {
        Response.Headers.CacheControl = "no-store";
        if (
            await visits.FindAsync(session) is not { } visit
            || visit.Session.OpenedAt is null
            || current.Viewer.Person is not { } person
        )
        {
            return NotFound();
        }

        Visit = visit;
        // «?text» has no value, which a parameter would take for none.
        IsTextOnly = Request.Query.ContainsKey("text");
        (log, Replay) = await reads.OfAsync(visit.Session.Id, visit.Keeps);
        if (IsRunning)
        {
            media.Grow?.Invoke(visit.Session.Id);
        }

        Tracks = files.Of(visit.Session.Id);
        Until = IsRunning ? Math.Min(log.Until, Reached()) : log.Until;
        deck = await DeckAsync();
        if (visit.HasSeat && log.IsOver)
        {
            MakingUp = await makeUp.OpenAsync(visit.Session.Id, person);
        }

        return Page();
    }

    /// <summary>Null where the deck has no such slide.</summary>
    public Slide? SlideOf(Chapter chapter) =>
        chapter.Slide is { } at && at < deck.Count ? deck[at] : null;

    public string TitleOf(Chapter chapter) =>
        SlideOf(chapter)?.Title
        ?? (
            chapter.Slide is { } at
                ? HttpContext.Texts().Fill("replay.slide", at + 1)
                : HttpContext.Texts()["replay.before"]
        );

    /// <summary>Where a file is that does not change: made anew, it has another address.</summary>
    public string AddressOf(string track) =>
        files.Find(Session.Id, track) is { } file
            ? FormattableString.Invariant(
                $"{Address}/{track}.webm?made={file.LastWriteTimeUtc.Ticks:x}"
            )
            : "";

    public bool HasCaptions =>
        Replay.Chapters.Any(chapter => chapter.Lines.Any(line => line is ReplayLine.Caption));

    // Frames of the last second or two may have been on their way to the disk.
    private long Reached() =>
        files.Find(Session.Id, "voice") is { } voice && Session.OpenedAt is { } opened
            ? Math.Max(
                0,
                (long)(voice.LastWriteTimeUtc - opened.UtcDateTime).TotalMilliseconds - 2_000
            )
            : long.MaxValue;

    public string Day => HttpContext.Texts().Day(pack.DayOf(log.At(0)));

    private async Task<IReadOnlyList<Slide>> DeckAsync()
    {
        if (Session.ActivityId is not { } activity)
        {
            return [];
        }

        var course =
            Session.CourseVersionId is { } version ? await courses.OfAsync(version)
            : Session.CourseId is { } id
                ? (await courses.AllAsync()).FirstOrDefault(one => one.Id == id)
            : null;
        return course?.TryFind(activity)?.In(Session.Language).Deck?.Slides ?? [];
    }
}
