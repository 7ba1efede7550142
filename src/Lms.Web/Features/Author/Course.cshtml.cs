using Lms.Domain.Courses;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Author;

/// <summary>A version in the list of all.</summary>
/// <param name="Change">What its author wrote of it; null when nothing.</param>
public sealed record VersionRow(int Number, DateTimeOffset PublishedAt, Change? Change)
{
    /// <summary>Key of the words for how far a change reached.</summary>
    public static string WordsOf(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Typo => "author.kind.typo",
            ChangeKind.Minor => "author.kind.minor",
            ChangeKind.Major => "author.kind.major",
        };
}

[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class CourseModel(
    Desks desks,
    LmsDbContext db,
    PublishedCourses courses,
    Drafts today,
    DraftCourses drafts,
    PublishEffects effects,
    OrganisationPack pack
) : PageModel
{
    public CourseDesk Desk { get; private set; } = null!;

    public OrganisationPack Pack => pack;

    /// <summary>Null when the draft has errors, or nothing is published to compare it with.</summary>
    public DraftDifference? Difference { get; private set; }

    public PublishEffect? Effect { get; private set; }

    /// <summary>Lines to paste; null when nothing is to be written.</summary>
    public string? Entry { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<VersionRow> Versions { get; private set; } = [];

    public bool IsArchived { get; private set; }

    /// <summary>What was typed as a reason and is not taken; null when nothing is wrong.</summary>
    public string? Refused { get; private set; }

    [TempData]
    public string? Told { get; set; }

    [TempData]
    public bool IsRefusal { get; set; }

    public async Task<IActionResult> OnGetAsync(string course) =>
        await FindAsync(course) ? Page() : NotFound();

    public async Task<IActionResult> OnPostPublishAsync(
        string course,
        [FromServices] PublishDraft publish
    )
    {
        if (await publish.RunAsync(course, HttpContext.Texts()) is not { } told)
        {
            return NotFound();
        }

        (Told, IsRefusal) = told;
        return LocalRedirect($"/author/{Uri.EscapeDataString(course)}");
    }

    public Task<IActionResult> OnPostArchiveAsync(
        string course,
        string? reason,
        [FromServices] Archive archive
    ) => ArchiveAsync(course, isArchived: true, reason, archive);

    public Task<IActionResult> OnPostReopenAsync(
        string course,
        string? reason,
        [FromServices] Archive archive
    ) => ArchiveAsync(course, isArchived: false, reason, archive);

    private async Task<IActionResult> ArchiveAsync(
        string course,
        bool isArchived,
        string? reason,
        Archive archive
    )
    {
        if (!await FindAsync(course))
        {
            return NotFound();
        }

        var answer = await archive.RunAsync(Desk.Course.Slug, isArchived, reason ?? "");
        if (answer == ArchiveAnswer.BadReason)
        {
            Refused = reason ?? "";
            return Page();
        }

        Told = HttpContext.Texts()[isArchived ? "author.archive.done" : "author.reopen.done"];
        return answer == ArchiveAnswer.Unknown
            ? NotFound()
            : LocalRedirect($"/author/{Desk.Course.Slug}");
    }

    private async Task<bool> FindAsync(string slug)
    {
        if (await desks.FindAsync(slug) is not { } desk)
        {
            return false;
        }

        Desk = desk;
        var published = await courses.FindAsync(slug);
        IsArchived = published is not null && await courses.IsArchivedAsync(published.Id);
        Versions = published is null ? [] : await VersionsAsync(published.Id);
        if (
            published is not null
            && desk is { Published: { } newest, Course: { IsClean: true, Draft: { } draft } }
        )
        {
            var would = await drafts.SettledAsync(draft);
            Difference = DraftDifference.Of(published, would);
            if (!desk.IsUnchanged)
            {
                Effect = await effects.OfAsync(would, newest.Number);
                Entry = desk.IsReady
                    ? null
                    : ChangesEntry.Of(
                        Difference,
                        newest.Number,
                        today.Today,
                        Texts.In(draft.Manifest.Language)["author.entry.summary"]
                    );
            }
        }

        return true;
    }

    private async Task<IReadOnlyList<VersionRow>> VersionsAsync(CourseId course)
    {
        var versions = await db
            .CourseVersions.AsNoTracking()
            .Where(version => version.CourseId == course)
            .OrderByDescending(version => version.Number)
            .Select(version => new
            {
                version.Number,
                version.PublishedAt,
                version.Manifest,
            })
            .ToListAsync();
        return
        [
            .. versions.Select(version => new VersionRow(
                version.Number,
                version.PublishedAt,
                version.Manifest.Changes.FirstOrDefault(change => change.Revision == version.Number)
            )),
        ];
    }
}
