using Quartz;

namespace Lms.Web.Features.Sessions;

/// <summary>The shell of <see cref="MakeRecording"/>, each minute.</summary>
[DisallowConcurrentExecution]
public sealed class MakeRecordings(MakeRecording make) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await make.MissingAsync(cancellationToken);
}
