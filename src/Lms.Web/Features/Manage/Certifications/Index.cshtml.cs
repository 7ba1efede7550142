using System.Globalization;
using Lms.Domain.Territories;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Manage.Certifications;

public sealed record PlaceChoice(string Code, string Name);

/// <summary>People × certifications on a day: states alone.</summary>
[Authorize(Policy = nameof(AccessRole.Manager))]
public sealed class IndexModel(
    MatrixReads reads,
    LookedAt looked,
    CurrentViewer current,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    public MatrixView Asked { get; private set; } = null!;

    /// <summary>Not there when the page <see cref="IsElsewhere"/>.</summary>
    public MatrixPage Found { get; private set; } = null!;

    /// <summary>The address names a community that is none of the viewer's: an empty list would be untrue.</summary>
    public bool IsElsewhere { get; private set; }

    /// <summary>The same of all the viewer's communities.</summary>
    public string Whole => (Asked with { Community = "", Number = 1 }).Address;

    public OrganisationPack Pack => pack;

    public DateOnly Today => pack.DayOf(time.Now());

    public IReadOnlyList<PlaceChoice> Communities { get; private set; } = [];

    /// <summary>A column each.</summary>
    public IReadOnlyList<OfferedCertification> Shown =>
        [
            .. pack.Certifications.Where(one =>
                Asked.Certification.Length == 0 || one.Code == Asked.Certification
            ),
        ];

    public async Task<IActionResult> OnGetAsync(Guid? person)
    {
        if (person is { } one)
        {
            return LocalRedirect($"/manage/certifications/{one}");
        }

        Asked = MatrixView.Read(Request.Query);
        if (Asked.Certification.Length > 0 && pack.Certification(Asked.Certification) is null)
        {
            Asked = Asked with { Certification = "" };
        }

        if (Asked is { State: not null, Certification.Length: 0 } && pack.Certifications.Count > 0)
        {
            Asked = Asked with { Certification = pack.Certifications[0].Code };
        }

        Communities = await ChoicesAsync();
        if (!Follows(Asked.Community))
        {
            IsElsewhere = true;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return Page();
        }

        Found = await reads.ReadAsync(Asked, Asked.On ?? Today);
        await looked.ListAsync(Found.Rows.Count);
        return Page();
    }

    public string PlaceOf(TerritoryCode code) => HttpContext.Texts().PlaceWords(pack, code);

    private bool Follows(string community) =>
        community.Length == 0
        || Communities.Any(one => one.Code == community)
        || current.Viewer.FollowsCommunity(new(community), pack.Territories);

    private async Task<IReadOnlyList<PlaceChoice>> ChoicesAsync() =>
        [
            .. (await reads.CommunitiesAsync())
                .Select(code => new PlaceChoice(code.Value, PlaceOf(code)))
                .OrderBy(
                    choice => choice.Name,
                    StringComparer.Create(
                        Texts.In(pack.Languages[0]).Culture,
                        CompareOptions.IgnoreCase
                    )
                ),
        ];
}
