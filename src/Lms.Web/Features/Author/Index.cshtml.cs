using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Author;

[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class IndexModel(
    Desks desks,
    DraftCourses drafts,
    PublishEffects effects,
    OrganisationPack pack
) : PageModel
{
    public IReadOnlyList<CourseDesk> Desks { get; private set; } = [];

    /// <summary>What was found in the organisation pack.</summary>
    public IReadOnlyList<Finding> PackFindings { get; private set; } = [];

    /// <summary>By the slug of a course that may be published now.</summary>
    public Dictionary<string, PublishEffect> Effects { get; } = [];

    public OrganisationPack Pack => pack;

    /// <summary>What the last act came to, as a sentence; shown once.</summary>
    [TempData]
    public string? Told { get; set; }

    [TempData]
    public bool IsRefusal { get; set; }

    public async Task OnGetAsync()
    {
        (Desks, PackFindings) = await desks.AllAsync();
        foreach (var desk in Desks.Where(desk => desk is { IsReady: true, Published: not null }))
        {
            var would = await drafts.OfAsync(desk.Course.Draft!);
            Effects.Add(desk.Course.Slug, await effects.OfAsync(would, desk.Published!.Number));
        }
    }

    public async Task<IActionResult> OnPostPublishAsync(
        string? course,
        [FromServices] PublishDraft publish
    )
    {
        if (await publish.RunAsync(course ?? "", HttpContext.Texts()) is not { } told)
        {
            return NotFound();
        }

        (Told, IsRefusal) = told;
        return Redirect("/author");
    }
}
