using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Merging;

/// <summary>What merging two entries would do, and doing it.</summary>
[FreshSignIn]
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class MergeModel(
    Duplicates duplicates,
    LookedAt looked,
    LmsDatabase database,
    PublishedCourses courses,
    OrganisationPack pack
) : PageModel
{
    private static readonly Viewer Reader = Viewer.System("preview of a merge: keys alone");

    public Twin From { get; private set; } = null!;

    public Twin Into { get; private set; } = null!;

    public MergePlan Plan { get; private set; } = null!;

    /// <summary>Titles of the courses that both are enrolled in.</summary>
    public IReadOnlyList<(string Title, string Language)> Courses { get; private set; } = [];

    public OrganisationPack Pack => pack;

    /// <summary>Key of the words for what was refused; null when nothing.</summary>
    public string? Refused { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid from, Guid into) => ShowAsync(from, into);

    public async Task<IActionResult> OnPostAsync(
        Guid from,
        Guid into,
        bool sure,
        [FromServices] MergePeople merge,
        [FromServices] CurrentViewer current
    )
    {
        if (!sure)
        {
            Refused = "admin.merge.unsure";
            return await ShowAsync(from, into);
        }

        switch (await merge.RunAsync(new(from), new(into), current.Viewer.Account))
        {
            case MergeAnswer.Merged:
                TempData["Told"] = HttpContext.Texts()["admin.merge.done"];
                return LocalRedirect($"/admin/people/{into}");
            case MergeAnswer.BeingErased:
                Refused = "admin.merge.being-erased";
                return await ShowAsync(from, into);
            case MergeAnswer.LastAdministrator:
                Refused = "admin.person.last";
                return await ShowAsync(from, into);
            case MergeAnswer.Unknown:
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(Guid from, Guid into)
    {
        if (
            from == into
            || await duplicates.OneAsync(new PersonId(from)) is not { } one
            || await duplicates.OneAsync(new PersonId(into)) is not { } other
        )
        {
            return NotFound();
        }

        (From, Into) = (one, other);
        await using (var db = database.Open(Reader))
        {
            Plan = await MergePlan.ReadAsync(db, one.Id, other.Id);
        }

        Courses =
        [
            .. (await courses.AllAsync())
                .Where(course => Plan.Courses.Contains(course.Id))
                .Select(course => (course.Manifest.Title, course.Manifest.Language)),
        ];
        await looked.PeopleAsync(one.Id, other.Id);
        return Page();
    }
}
