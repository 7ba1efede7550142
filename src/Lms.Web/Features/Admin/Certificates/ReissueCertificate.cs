using Lms.Domain.Certification;
using Lms.Web.Access;
using Lms.Web.Data;
using Lms.Web.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Admin.Certificates;

public enum ReissueAnswer
{
    Done,

    Unknown,

    /// <summary>There is no reason, or one of more than 500 characters.</summary>
    BadReason,

    /// <summary>Another certificate stands in its place already.</summary>
    Already,

    /// <summary>The holder's data has been erased: there is no name to print.</summary>
    Erased,

    /// <summary>The course or the organisation lacks what a certificate must show.</summary>
    Refused,
}

/// <param name="Number">Of the successor, when there is one.</param>
public sealed record Reissued(ReissueAnswer Answer, string? Number = null);

/// <summary>
/// Issues a certificate in place of another, with the name the holder has today: a new number, code
/// and signature. The predecessor is revoked in the same write. A certificate has one successor, so
/// twice is once.
/// </summary>
public sealed class ReissueCertificate(
    LmsDbContext db,
    IssueCertificate issue,
    RevokeCertificate revoke,
    PublishedCourses courses
)
{
    public Task<Reissued> RunAsync(string number, string reason) =>
        db.WriteAsync(async () =>
        {
            if (reason.Trim().Length is 0 or > RevokeCertificate.LongestReason)
            {
                return new Reissued(ReissueAnswer.BadReason);
            }

            var old = await db
                .Certificates.Include(found => found.Revocation)
                .SingleOrDefaultAsync(found => found.Number == number);
            if (old is null)
            {
                return new Reissued(ReissueAnswer.Unknown);
            }

            if (await SuccessorAsync(old) is { } successor)
            {
                return new Reissued(ReissueAnswer.Already, successor);
            }

            return await db.People.AnyAsync(person =>
                person.Id == old.PersonId && person.ErasedAt == null
            )
                ? await ReplaceAsync(old, reason)
                : new Reissued(ReissueAnswer.Erased);
        });

    private Task<string?> SuccessorAsync(Certificate old) =>
        db
            .Certificates.Where(found => found.ReplacesId == old.Id)
            .Select(found => found.Number)
            .SingleOrDefaultAsync();

    private async Task<Reissued> ReplaceAsync(Certificate old, string reason)
    {
        var completion = await db.Completions.SingleAsync(found => found.Id == old.CompletionId);
        var course = await courses.OfAsync(old.CourseVersionId);
        await issue.InsideAsync(completion, course, old);
        if (await SuccessorAsync(old) is not { } number)
        {
            return new(ReissueAnswer.Refused);
        }

        // What was revoked before stays revoked for its own cause.
        if (old.Revocation is null)
        {
            await revoke.InsideAsync(old, RevocationCause.Replaced, reason, number);
        }

        var numbers = $"{old.Number} > {number}";
        revoke.Record(AuditAction.CertificateReissued, old.PersonId, numbers);
        await revoke.TellAsync(
            old.PersonId,
            $"certificate-reissued:{number}",
            "reissued",
            old.Number,
            number
        );
        await db.SaveChangesAsync();
        return new(ReissueAnswer.Done, number);
    }
}
