using Lms.Web.Access;
using Lms.Web.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Lms.Web.Features.Teach.Learners;

[Authorize(Policy = nameof(AccessRole.Trainer))]
public sealed class IndexModel(TaughtLearners learners, LookedAt looked) : PageModel
{
    public IReadOnlyList<LearnerRow> Learners { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Learners = await learners.AllAsync();
        await looked.ListAsync(Learners.Count);
    }
}
