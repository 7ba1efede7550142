using Lms.Web.Access;
using Lms.Web.Content;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Author;

/// <summary>All that <c>check</c> finds in the content folder now.</summary>
[Authorize(Policy = nameof(AccessRole.Author))]
public sealed class CheckModel(Drafts drafts) : PageModel
{
    /// <summary>In the order of the files.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public int Errors => Findings.Count(finding => finding.Severity == Severity.Error);

    public void OnGet() => Findings = drafts.All().Findings;
}
