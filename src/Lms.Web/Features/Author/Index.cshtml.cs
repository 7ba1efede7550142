using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Author;

/// <summary>The newest published version, as the register of versions holds it.</summary>
public sealed record PublishedVersion(int Number, DateTimeOffset PublishedAt, string ContentHash);

/// <summary>A course on disk beside its newest published version.</summary>
public sealed record CourseDesk(CheckedCourse Course, PublishedVersion? Published)
{
    /// <summary>The draft may become the next version.</summary>
    public bool IsReady =>
        Course is { IsClean: true, Draft: { } draft } && draft.Revision > (Published?.Number ?? 0);

    /// <summary>What is on disk is what people read.</summary>
    public bool IsUnchanged =>
        Course.Draft is { } draft
        && draft.Revision == Published?.Number
        && draft.ContentHash == Published.ContentHash;

    public IEnumerable<Finding> Errors => Of(Severity.Error);

    public IEnumerable<Finding> Warnings => Of(Severity.Warning);

    private IEnumerable<Finding> Of(Severity severity) =>
        Course.Findings.Where(finding => finding.Severity == severity);
}

[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class IndexModel(LmsDbContext db, OrganisationPack pack, Drafts drafts) : PageModel
{
    public IReadOnlyList<CourseDesk> Desks { get; private set; } = [];

    /// <summary>What was found in the organisation pack.</summary>
    public IReadOnlyList<Finding> PackFindings { get; private set; } = [];

    public OrganisationPack Pack => pack;

    /// <summary>What the last act came to, as a sentence; shown once.</summary>
    [TempData]
    public string? Told { get; set; }

    [TempData]
    public bool IsRefusal { get; set; }

    public async Task OnGetAsync()
    {
        var content = drafts.All();
        var published = await PublishedAsync();
        Desks =
        [
            .. content.Courses.Select(course => new CourseDesk(
                course,
                published.GetValueOrDefault(course.Slug)
            )),
        ];
        PackFindings =
        [
            .. content.Findings.Except(content.Courses.SelectMany(course => course.Findings)),
        ];
    }

    public async Task<IActionResult> OnPostPublishAsync(
        string? course,
        [FromServices] Publish publish
    )
    {
        if (drafts.Find(course ?? "") is not { } found)
        {
            return NotFound();
        }

        var texts = HttpContext.Texts();
        if (!found.IsClean || found.Draft is not { } draft)
        {
            return Tell(texts.Fill("author.answer.errors", found.Slug), isRefusal: true);
        }

        return await publish.RunAsync(draft) switch
        {
            PublishAnswer.Published published => Tell(
                texts.Fill("author.answer.published", draft.Manifest.Title, published.Number),
                isRefusal: false
            ),
            PublishAnswer.Unchanged unchanged => Tell(
                texts.Fill("author.answer.unchanged", draft.Manifest.Title, unchanged.Number),
                isRefusal: false
            ),
            PublishAnswer.RevisionMustRise must => Tell(
                texts.Fill("author.answer.revision", draft.Manifest.Title, must.Newest + 1),
                isRefusal: true
            ),
            PublishAnswer.KindChanged changed => Tell(
                texts.Fill("author.answer.kind", draft.Manifest.Title, changed.Activity),
                isRefusal: true
            ),
            PublishAnswer.FilesChanged => Tell(
                texts.Fill("author.answer.files", draft.Manifest.Title),
                isRefusal: true
            ),
            var other => throw new InvalidOperationException($"No words for {other}."),
        };
    }

    private RedirectResult Tell(string sentence, bool isRefusal)
    {
        Told = sentence;
        IsRefusal = isRefusal;
        return Redirect("/author");
    }

    private async Task<Dictionary<string, PublishedVersion>> PublishedAsync()
    {
        var newest = await (
            from version in db.CourseVersions
            join course in db.Courses on version.CourseId equals course.Id
            where
                !db.CourseVersions.Any(later =>
                    later.CourseId == version.CourseId && later.Number > version.Number
                )
            select new
            {
                course.Slug,
                Version = new PublishedVersion(
                    version.Number,
                    version.PublishedAt,
                    version.ContentHash
                ),
            }
        ).ToListAsync();
        return newest.ToDictionary(found => found.Slug, found => found.Version);
    }
}
