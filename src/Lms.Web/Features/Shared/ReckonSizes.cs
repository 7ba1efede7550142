using Lms.Web.Data;
using Quartz;

namespace Lms.Web.Features.Shared;

/// <summary>Once a day and at the start: what was a small table yesterday may be a large one today.</summary>
[DisallowConcurrentExecution]
public sealed class ReckonSizes(LmsDatabase database) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await database.ReckonSizesAsync(cancellationToken);
}
