using Quartz;

namespace Lms.Web.Features.Manage.Assignments.Reminding;

/// <summary>Asks every quarter of an hour; the first time after the quiet hours writes the day's letters.</summary>
[DisallowConcurrentExecution]
public sealed class RemindDaily(RemindPeople remind) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await remind.RunAsync(cancellationToken);
}
