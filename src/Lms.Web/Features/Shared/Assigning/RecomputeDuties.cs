using Quartz;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>Who falls under which rule, every hour: what changes by the day alone is found here.</summary>
[DisallowConcurrentExecution]
public sealed class RecomputeDuties(RecomputeMemberships recompute) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await recompute.AllAsync(cancellationToken);
}
