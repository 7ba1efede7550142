using Lms.Domain.People;
using Lms.Web.Access;
using Lms.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Shared.Erasing;

/// <summary>Erases again whom a restored database brought back, before anyone is served.</summary>
public sealed class ErasureLedger(
    ErasureFile file,
    LmsDatabase database,
    ErasePerson erase,
    ILogger<ErasureLedger> log
)
{
    private static readonly Viewer Reader = Viewer.System("look for whom the ledger erased");

    /// <returns>How many people were erased again.</returns>
    public async Task<int> ReapplyAsync(CancellationToken cancel = default)
    {
        var lines = file.Read();
        if (lines.Count == 0)
        {
            return 0;
        }

        if (lines.Count(line => line is null) is > 0 and var damaged)
        {
            log.LogError("{Count} lines of the erasure ledger cannot be read", damaged);
        }

        // What a crash left in the log after the rows had gone.
        await database.ForgetDeletedAsync(rewrite: false, cancel);
        var back = await BackAsync([.. lines.OfType<ErasureLine>()], cancel);
        var answers = await erase.RunAsync(back, by: null, cancel);
        if (answers.Any(answer => answer is ErasureAnswer.LastAdministrator))
        {
            log.LogError(
                "The last administrator is in the erasure ledger and was not erased again"
            );
        }

        return answers.Count(answer => answer is ErasureAnswer.Done);
    }

    private async Task<IReadOnlyList<PersonId>> BackAsync(
        IReadOnlyList<ErasureLine> lines,
        CancellationToken cancel
    )
    {
        var known = lines.Select(line => new PersonId(line.Surrogate)).Distinct().ToList();
        await using var db = database.Open(Reader);
        var there = await db
            .People.Where(person => person.ErasedAt == null && known.Contains(person.Id))
            .Select(person => person.Id)
            .ToListAsync(cancel);
        var takenBack = await db
            .Erasures.Where(wish => wish.CancelledAt != null && there.Contains(wish.PersonId))
            .Select(wish => new { wish.PersonId, wish.CancelledAt })
            .ToListAsync(cancel);
        // A line stands before its rows go. When they did not go, the person may have taken it back.
        return
        [
            .. there.Where(person =>
                lines
                    .Where(line => line.Surrogate == person.Value)
                    .Any(line =>
                        !takenBack.Exists(wish =>
                            wish.PersonId == person && wish.CancelledAt > line.At
                        )
                    )
            ),
        ];
    }
}
