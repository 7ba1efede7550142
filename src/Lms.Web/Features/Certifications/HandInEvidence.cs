using Lms.Domain.Certification;
using Lms.Domain.People;
using Lms.Domain.Shared;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Lms.Web.Features.Shared.Files;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Certifications;

/// <summary>What a person says of their evidence.</summary>
public sealed record EvidenceSaid(
    EvidenceKind Kind,
    string? Code,
    string? Course,
    string Title,
    string Provider,
    DateOnly On,
    int? Minutes
);

/// <summary>Hands an evidence in, once for each operation, and takes it back while nobody has decided.</summary>
public sealed class HandInEvidence(LmsDbContext db, LmsDatabase database, TimeProvider time)
{
    /// <summary>Undecided ones of a person, so that a queue cannot be flooded.</summary>
    public const int MostWaiting = 20;

    /// <returns>False when too many wait.</returns>
    public Task<bool> RunAsync(
        PersonId person,
        AccountId? by,
        EvidenceSaid said,
        CheckedFile file,
        OperationId operation
    ) =>
        db.WriteAsync(async () =>
        {
            if (await db.Evidence.AnyAsync(one => one.Operation == operation))
            {
                return true;
            }

            var waiting = await db.Evidence.CountAsync(one =>
                one.PersonId == person && one.Decision == null
            );
            if (waiting >= MostWaiting)
            {
                return false;
            }

            var id = new EvidenceId(time.NewId());
            db.Evidence.Add(
                new()
                {
                    Id = id,
                    PersonId = person,
                    Kind = said.Kind,
                    Code = said.Code,
                    Course = said.Course,
                    Title = said.Title,
                    Provider = said.Provider,
                    On = said.On,
                    Minutes = said.Minutes,
                    HandedInAt = time.Now(),
                    Operation = operation,
                    File = new()
                    {
                        EvidenceId = id,
                        PersonId = person,
                        MediaType = file.MediaType,
                        Bytes = file.Bytes,
                    },
                }
            );
            db.Audit.Add(
                new AuditEntry
                {
                    At = time.Now(),
                    Action = AuditAction.EvidenceHandedIn,
                    Actor = by,
                    Subject = person,
                    Detail = said.Kind.ToString(),
                }
            );
            await db.SaveChangesAsync();
            return true;
        });

    /// <summary>All of it is gone, from the files of the database too; false when it was decided or is not there.</summary>
    public async Task<bool> TakeBackAsync(PersonId person, EvidenceId id)
    {
        var isGone = await db.WriteAsync(async () =>
        {
            var found = await db
                .Evidence.Include(one => one.File)
                .SingleOrDefaultAsync(one =>
                    one.Id == id && one.PersonId == person && one.Decision == null
                );
            if (found is null)
            {
                return false;
            }

            if (found.File is { } file)
            {
                db.EvidenceFiles.Remove(file);
            }

            db.Evidence.Remove(found);
            await db.SaveChangesAsync();
            return true;
        });
        if (isGone)
        {
            await database.ForgetDeletedAsync(rewrite: false);
        }

        return isGone;
    }
}
