using Lms.Web.Access;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Learners;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(TaughtLearners learners) : PageModel
{
    public IReadOnlyList<LearnerRow> Learners { get; private set; } = [];

    public async Task OnGetAsync() => Learners = await learners.AllAsync();
}
