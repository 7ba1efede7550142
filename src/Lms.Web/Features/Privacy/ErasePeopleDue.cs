using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Erasing;
using Microsoft.EntityFrameworkCore;
using Quartz;

namespace Lms.Web.Features.Privacy;

/// <summary>Erases those whose time to take it back is over.</summary>
[DisallowConcurrentExecution]
public sealed class ErasePeopleDue(
    LmsDbContext db,
    ErasePerson erase,
    TimeProvider time,
    ILogger<ErasePeopleDue> log
) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await RunAsync(cancellationToken);

    /// <returns>How many people were erased.</returns>
    public async Task<int> RunAsync(CancellationToken cancel = default)
    {
        var now = time.Now();
        var due = await db
            .Erasures.Where(wish =>
                wish.DueAt <= now && wish.CancelledAt == null && wish.DoneAt == null
            )
            .Select(wish => wish.PersonId)
            .Distinct()
            .ToListAsync(cancel);
        var answers = await erase.RunDueAsync(due, cancel);
        foreach (
            var (person, answer) in due.Zip(answers)
                .Where(one => one.Second is not (ErasureAnswer.Done or ErasureAnswer.TakenBack))
        )
        {
            log.LogWarning("{Person} is due and was not erased: {Answer}", person.Value, answer);
        }

        return answers.Count(answer => answer is ErasureAnswer.Done);
    }
}
