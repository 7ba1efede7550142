using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Content.Pack;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Admin.Certificates;

/// <summary>The register of certificates, for administrators.</summary>
[Authorize(Policy = nameof(AccessRole.Admin))]
public sealed class IndexModel(
    CertificateReads reads,
    PublishedCourses courses,
    OrganisationPack pack,
    TimeProvider time
) : PageModel
{
    // A code, a number or a surname, and nothing much longer.
    public const int LongestTyped = 100;

    public string Query { get; private set; } = "";

    public IReadOnlyList<(FoundCertificate Certificate, PublishedCourse Course)> Found
    {
        get;
        private set;
    } = [];

    public CertificateState StateOf(FoundCertificate one) =>
        Certificate.StateOf(one.ValidUntil, one.RevokedOn, pack.DayOf(time.Now()));

    public async Task OnGetAsync(string? q)
    {
        Query = q?.Trim() ?? "";
        if (Query.Length is 0 or > LongestTyped)
        {
            return;
        }

        var found = new List<(FoundCertificate, PublishedCourse)>();
        foreach (var one in await reads.FindAsync(Query))
        {
            found.Add((one, await courses.OfAsync(one.Version)));
        }

        Found = found;
    }
}
