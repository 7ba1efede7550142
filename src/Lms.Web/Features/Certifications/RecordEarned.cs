using Lms.Web.Data;
using Lms.Web.Features.Shared.Certifying;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Certifications;

/// <summary>
/// Writes the periods that a changed pack or a fact known late has earned; each was written with its last
/// step otherwise. Who has earned none costs a reading.
/// </summary>
[DisallowConcurrentExecution]
public sealed class RecordEarned(LmsDbContext db, RecordPeriods periods) : IJob
{
    private const int ReadAtOnce = 500;
    private const int WrittenAtOnce = 50;

    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    public async Task RunAsync(CancellationToken cancel = default)
    {
        var everyone = await db
            .People.Where(person => person.MergedInto == null && person.ErasedAt == null)
            .Select(person => person.Id)
            .ToListAsync(cancel);
        foreach (var some in everyone.Chunk(ReadAtOnce))
        {
            var owed = await periods.OwedAsync(db, some, cancel);
            foreach (var batch in owed.Chunk(WrittenAtOnce))
            {
                await db.WriteAsync(
                    () =>
                    {
                        db.ChangeTracker.Clear();
                        return periods.InsideAsync(db, batch);
                    },
                    cancel
                );
            }
        }
    }
}
