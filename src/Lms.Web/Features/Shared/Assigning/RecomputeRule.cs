using Lms.Domain.Requirements;
using Quartz;

namespace Lms.Web.Features.Shared.Assigning;

/// <summary>
/// Who falls under one rule, apart from the request that changed it: for so many people that nobody
/// should wait. What is lost of it the hourly job finds.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RecomputeRule(RecomputeMemberships recompute) : IJob
{
    private const string Which = "requirement";

    /// <param name="name">Of the job; one of its own for each time.</param>
    public static async Task SoonAsync(
        ISchedulerFactory schedulers,
        RequirementId requirement,
        Guid name
    )
    {
        var scheduler = await schedulers.GetScheduler();
        await scheduler.ScheduleJob(
            JobBuilder
                .Create<RecomputeRule>()
                .WithIdentity($"{nameof(RecomputeRule)} {name}")
                .UsingJobData(Which, requirement.Value.ToString())
                .Build(),
            TriggerBuilder.Create().WithIdentity($"{name}").StartNow().Build()
        );
    }

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        if (Guid.TryParse(context.MergedJobDataMap.GetString(Which), out var requirement))
        {
            await recompute.OfRequirementAsync(new(requirement), cancellationToken);
        }
    }
}
