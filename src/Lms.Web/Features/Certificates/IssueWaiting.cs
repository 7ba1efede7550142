using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Quartz;

namespace Lms.Web.Features.Certificates;

/// <summary>
/// Issues the certificates that waited for a field of the organisation, once it is filled: each in a
/// write of its own that looks again, so that it is issued once.
/// </summary>
[DisallowConcurrentExecution]
public sealed class IssueWaiting(
    LmsDbContext db,
    WaitingCertificates waiting,
    PublishedCourses courses,
    IssueCertificate issue
) : IJob
{
    private const int PerRun = 200;

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        var ready = (await waiting.AllAsync()).Where(version => version.Missing.Count == 0);
        foreach (var version in ready)
        {
            foreach (var id in await waiting.OfAsync(version.Course.Version, PerRun))
            {
                await db.WriteAsync(
                    async () =>
                    {
                        db.ChangeTracker.Clear();
                        if (await waiting.StillOwedAsync(id) is { } completion)
                        {
                            var course = await courses.OfAsync(completion.CourseVersionId);
                            await issue.InsideAsync(completion, course);
                            await db.SaveChangesAsync(cancellationToken);
                        }
                    },
                    cancellationToken
                );
            }
        }
    }
}
